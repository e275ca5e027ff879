import { ask } from '../api';
import type { CallFirst, CasePromise, Errand } from '../wire-matter';

async function items<T>(path: string): Promise<T[]> {
  return (await ask<{ items: T[] }>('GET', path)).items;
}

export type Mine = { callFirst: CallFirst[]; coming: (CasePromise | Errand)[] };

/** What this agent owes and is owed: whom to call before they call, then what is not late yet, the next first. */
export async function askMine(): Promise<Mine> {
  const [callFirst, promises, errands] = await Promise.all([
    items<CallFirst>('/api/call-first?of=me'),
    items<CasePromise>('/api/promises?which=mine'),
    items<Errand>('/api/errands?which=mine'),
  ]);
  const coming = [...promises, ...errands]
    .filter((one) => !one.late)
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return { callFirst, coming };
}
