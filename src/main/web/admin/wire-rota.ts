import type { Named } from './wire';
import type { Day } from './wire-routing';

/** Somebody's turn to be on call: on days of the week, or once. */
export type Turn = { from: string; to: string; agentId: number } & (
  | { kind: 'weekly'; days: Day[]; everyWeeks: number; weekOf?: string }
  | { kind: 'once'; first: string; last: string }
);

/** One person on call, or nobody, from one moment until another; until null for long. */
export type Duty = { from: string; until: string | null; agent: Named | null };

export type WantedRota = { frontDoor: number; timeZone: string; onCallId: number | null; rota: Turn[] };
