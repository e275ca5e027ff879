/** What the service says of an import. The names are the service's. */

export type Kind =
  'customers' | 'numbers' | 'shared-numbers' | 'cases' | 'promises' | 'errands' | 'timeline' | 'alerts';
/** In the order in which each finds what it names. */
export const kinds: Kind[] = [
  'customers',
  'numbers',
  'shared-numbers',
  'cases',
  'promises',
  'errands',
  'timeline',
  'alerts',
];
/** What goes out and does not come in: the record of this house. */
export type Record = 'calls' | 'talks' | 'steps' | 'debts' | 'messages';
export const records: Record[] = ['calls', 'talks', 'steps', 'debts', 'messages'];
export type Field =
  | 'key'
  | 'name'
  | 'first-name'
  | 'number'
  | 'note'
  | 'language'
  | 'kind'
  | 'called'
  | 'firm'
  | 'since'
  | 'same-as'
  | 'customer'
  | 'label'
  | 'title'
  | 'words'
  | 'effect'
  | 'technical'
  | 'owner'
  | 'status'
  | 'until'
  | 'opened'
  | 'touched'
  | 'closed'
  | 'heard-by'
  | 'heard-at'
  | 'heard-on'
  | 'heard-in'
  | 'closing'
  | 'case'
  | 'what'
  | 'by'
  | 'due'
  | 'made'
  | 'made-by'
  | 'call'
  | 'state'
  | 'ended'
  | 'ended-by'
  | 'why'
  | 'party'
  | 'contact'
  | 'asked'
  | 'asked-by'
  | 'ending'
  | 'at'
  | 'author'
  | 'text'
  | 'corrects'
  | 'promise'
  | 'errand'
  | 'detail'
  | 'received'
  | 'agent';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Separator = 'semicolon' | 'comma' | 'tab';
export type What =
  | 'missing'
  | 'too-long'
  | 'scientific'
  | 'unreadable'
  | 'twice'
  | 'unknown'
  | 'elsewhere'
  | 'differs'
  | 'would-close';

export type Judged = {
  created: number;
  changed: number;
  unchanged: number;
  unmatched: number;
  refused: number;
  first: { line: number; field: Field; what: What; value: string }[];
};

export type Import = {
  kind: Kind;
  name: string;
  bytes: number;
  phase: 'received' | 'checking' | 'checked' | 'importing' | 'imported' | 'failed';
  progress: number;
  encoding: Encoding;
  separator: Separator;
  headers: string[];
  rows: string[][];
  columns: (Field | null)[];
  fields: { field: Field; needed: boolean }[];
  judged: Judged | null;
  failure: string | null;
};
