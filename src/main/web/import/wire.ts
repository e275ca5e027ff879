/** What the service says of an import. The names are the service's. */

export type Kind = 'customers' | 'numbers' | 'cases';
export type Table = Kind | 'notes' | 'promises' | 'errands' | 'timeline';
export type Field =
  | 'key'
  | 'name'
  | 'first-name'
  | 'number'
  | 'note'
  | 'language'
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
  | 'closing';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Separator = 'semicolon' | 'comma' | 'tab';
export type What =
  'missing' | 'too-long' | 'scientific' | 'unreadable' | 'twice' | 'unknown' | 'elsewhere' | 'would-close';

export type Judged = {
  created: number;
  changed: number;
  unchanged: number;
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
