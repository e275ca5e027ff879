/** What the service says to administrators. The names are the service's. */

export type Named = { id: number; name: string };

export type Removed = Record<string, number>;

export type ForgetPreview = { removed: Removed; numbersKept: number; onThePhone: boolean };

export type ForgetReport = {
  at: string;
  removed: Removed;
  numbersKept: number;
  /** Null when it could not be looked for. */
  mentioned: { table: string; column: string; rows: number }[] | null;
};

export type AccessLine = {
  id: number;
  at: string;
  agent: Named | null;
  act: string;
  customers: { id: number; name: string | null }[];
  caseId: number | null;
  call: string | null;
  reason: string;
  words: string | null;
};

export type Kept = { kind: string; days: number | null };
export type KeptAndDue = Kept & { due: number };
export type RetentionState = { items: KeptAndDue[]; version?: number };

export type Erasure = { at: string; by: Named | null; customerId: number | null; removed: Removed | null };

export type Alert = {
  key: string;
  title: string;
  since: string;
  receivedAt: string;
  over: boolean;
  customers: number;
  toCall: number;
};

export type AlertCustomer = { customer: Named; agent: Named | null; told: boolean };

export type WantedSite = {
  name: string;
  frontDoorId: number;
  origins: string[];
  perHour: number;
  enabled: boolean;
};
export type Site = WantedSite & { id: number; token: string; version?: number };
