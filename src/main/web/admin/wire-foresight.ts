import type { Considered } from '../wire';
import type { Named } from './wire';

export type Stage = 'closed' | 'right-person' | 'anybody' | 'nobody-ready' | null;

/** What would happen once the caller has rung so long. */
export type Foreseen = {
  afterSeconds: number;
  agent: Named | null;
  rule: string | null;
  sentence: string | null;
  params: { onCallUntil?: string };
  stage: Stage;
  until: string | null;
  considered: Considered[];
};

export type Outlook = {
  at: string;
  basis: 'now' | 'future' | 'recorded';
  assumed: string[];
  moments: Foreseen[];
};
