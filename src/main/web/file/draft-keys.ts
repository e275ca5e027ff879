/** What is being written, as the service names it: where it goes, and there perhaps a form with its fields. */
export type DraftPlace = {
  kind: 'case' | 'new-case' | 'customer' | 'debt' | 'call';
  id: string;
  /** Null for a note on a case, and for what is said on a call. */
  form: string | null;
};

const shape = /^(new-case|case|customer|debt|call)-(.+)$/;

/** The place of a draft by its key; null for a key of a newer page. */
export function placeOf(key: string): DraftPlace | null {
  const [, kind, rest] = shape.exec(key) ?? [];
  if (!kind || !rest) return null;
  // what a call is named by may have dots in it
  const cut = kind === 'call' ? ':' : '.';
  const [id = '', form] = rest.split(cut, 2);
  const named = kind === 'call' ? form?.split('.')[0] : kind === 'new-case' ? 'new-case' : form;
  return { kind: kind as DraftPlace['kind'], id, form: named ?? null };
}

const choices = new Set([
  'dueAt',
  'until',
  'byId',
  'toId',
  'status',
  'source',
  'language',
  'kind',
  'caseId',
  'version',
  'who',
  'moves',
]);

/** Whether two versions of it can be joined: words can, of two dates or two people one is meant. */
export function isText(key: string): boolean {
  return !choices.has(key.slice(Math.max(key.lastIndexOf('.'), key.lastIndexOf(':')) + 1));
}
