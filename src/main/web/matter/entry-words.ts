import type { TimelineEntry } from '../wire-matter';
import { words } from '../words';
import { when } from '../words/time';

type Sentence = { text: string; slots: Record<string, string> };

/** What a line says beside its own text; null for a note, which says it all. A slot named `text` has taken the text in. */
export function entryWords(entry: TimelineEntry, nameOf: (agent: number) => string): Sentence | null {
  const w = words.matter.entry;
  const { detail } = entry;
  const part = (name: string) => (typeof detail[name] === 'string' ? detail[name] : '');
  const at = (name: string) => (part(name) ? when(part(name)) : '');
  const agent = (name: string) => (typeof detail[name] === 'number' ? nameOf(detail[name]) : '');
  const plain = (text: string): Sentence => ({ text, slots: {} });
  const text = entry.text ?? '';
  switch (entry.kind) {
    case 'note':
      return null;
    case 'opened':
      return plain(w.opened);
    case 'correction':
      return plain(w.correction);
    case 'words':
      return { text: w.words, slots: { what: fieldsOf(detail) } };
    case 'imported':
      return { text: w.imported, slots: { what: fieldsOf(detail) } };
    case 'status':
      if (detail['because'] === 'silence') return plain(w.silence);
      if (detail['to'] === 'waiting-for-customer')
        return { text: w.waitingForCustomer, slots: { at: at('until') } };
      return plain(detail['to'] === 'waiting-for-third-party' ? w.waitingForThirdParty : w.waitingForUs);
    case 'owner':
      return { text: w.owner, slots: { from: agent('from'), to: agent('to') } };
    case 'customer':
      return plain(w.customer);
    case 'promise-made':
      return { text: w.promiseMade, slots: { text, by: agent('by'), at: at('dueAt') } };
    case 'promise-kept':
      return { text: w.promiseKept, slots: { what: part('what') } };
    case 'promise-broken':
      return { text: w.promiseBroken, slots: { what: part('what') } };
    case 'promise-passed-on':
      return { text: w.promisePassedOn, slots: { what: part('what'), to: agent('to') } };
    case 'errand-added':
      return { text: w.errandAdded, slots: { party: part('party'), text, at: at('dueAt') } };
    case 'errand-chased':
      return {
        text: part('dueAt') ? w.errandChasedTo : w.errandChased,
        slots: { party: part('party'), what: part('what'), at: at('dueAt') },
      };
    case 'errand-done':
      return { text: w.errandDone, slots: { party: part('party'), what: part('what') } };
    case 'errand-dropped':
      return { text: w.errandDropped, slots: { party: part('party'), what: part('what') } };
    case 'exception':
      return { text: w.exception, slots: { rule: part('rule') } };
    case 'call':
      return plain(w.call);
    case 'message':
      return plain(w.message);
    case 'closed':
      return part('written')
        ? { text: w.closedInWriting, slots: { written: part('written') } }
        : plain(w.closed);
    case 'reopened':
      return plain(w.reopened);
  }
}

function fieldsOf(detail: Record<string, unknown>): string {
  const names: Record<string, string> = words.matter.changed;
  return Object.keys(detail)
    .map((name) => names[name] ?? name)
    .join(', ');
}
