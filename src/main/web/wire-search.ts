import type { CaseStatus } from './wire';

/** A case that a search found. */
export type FoundCase = {
  id: number;
  title: string;
  status: CaseStatus;
  customer: { id: number; name: string };
  owner: { id: number; name: string };
};
