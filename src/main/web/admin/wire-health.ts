import type { TestCalls } from '../wire-board';
import type { Named } from './wire';

export type Trunk =
  'none' | 'reachable' | 'unreachable' | 'not-asked' | 'registered' | 'unregistered' | 'rejected' | 'unknown';

/** How the house is, as it stands now. */
export type Health = {
  service: { version: string; startedAt: string };
  checks: Record<string, 'up' | 'down'>;
  /** It answered if it said in time how it is. */
  asterisk: { connected: boolean; answered: boolean; version: string | null };
  trunk: Trunk;
  /** Null while Asterisk has not said so. */
  fallbackInStep: boolean | null;
  phones: { agent: Named; phone: string; connected: boolean }[];
  testCalls: TestCalls[];
};

export type TestCall = NonNullable<TestCalls['last']>;

export type SharedNumber = { number: string; display: string };
