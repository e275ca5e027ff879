import type { CallerNumber } from './wire';

type Named = { id: number; name: string };

/** A caller nobody answered, to be called back. */
export type Debt = {
  id: number;
  number: CallerNumber;
  customer: Named | null;
  frontDoor: Named;
  owner: Named | null;
  firstCallAt: string;
  lastCallAt: string;
  rangSeconds: number;
  calls: number;
  dueAt: string;
  /** Who made whom call back, the first time first. */
  assignments: { at: string; from: Named | null; to: Named; by: Named }[];
  state: 'open' | 'settled' | 'written-off';
};

/** What one of us said would be done for a customer. */
export type Promised = {
  id: number;
  caseId: number;
  case: string;
  customer: Named;
  what: string;
  by: Named;
  dueAt: string;
};
