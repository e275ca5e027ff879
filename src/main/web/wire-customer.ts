import type { Customer } from './wire';

type Named = { id: number; name: string };

/** A customer with all that one may write of them. */
export type WholeCustomer = Customer & {
  version: number;
  notes: string[];
  language: string | null;
  kind: 'person' | 'firm';
  called: string | null;
  firm: Named | null;
};

/** Somebody who was found to be this customer. */
export type Merge = { id: number; gone: Named; by: Named; at: string; undoneAt: string | null };
