import type { TestCalls } from '../wire-board';
import type { Named } from './wire';

export type Trunk = 'none' | 'reachable' | 'unreachable' | 'not-asked' | 'unknown';

/** How the house is, as it stands now. */
export type Health = {
  service: { version: string; startedAt: string };
  checks: Record<string, 'up' | 'down'>;
  asterisk: { connected: boolean; version: string | null };
  trunk: Trunk;
  /** Null while Asterisk is away. */
  fallbackInStep: boolean | null;
  phones: { agent: Named; phone: string; connected: boolean }[];
  testCalls: TestCalls[];
};

export type TestCall = NonNullable<TestCalls['last']>;

export type SharedNumber = { number: string; display: string };
