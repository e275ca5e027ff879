import { list } from '../api';
import type { CallFirst, CasePromise, Errand } from '../wire-matter';

export type Mine = { callFirst: CallFirst[]; coming: (CasePromise | Errand)[] };

/** What this agent owes and is owed: whom to call before they call, then what is not late yet, the next first. */
export async function askMine(): Promise<Mine> {
  const [callFirst, promises, errands] = await Promise.all([
    list<CallFirst>('/api/call-first?of=me'),
    list<CasePromise>('/api/promises?which=mine'),
    list<Errand>('/api/errands?which=mine'),
  ]);
  const coming = [...promises, ...errands]
    .filter((one) => !one.late)
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return { callFirst, coming };
}
