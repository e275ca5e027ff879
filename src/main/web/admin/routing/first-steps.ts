import type { Agent, Door } from '../wire-routing';

export type Step = { name: 'door' | 'people' | 'ring'; done: boolean; href: string | null };

/** Enough that a caller reaches somebody when one is on the phone. */
const enough = 2;

/** What a new house still has to do until its first answered call; nothing any more once somebody has called. */
export function firstSteps(doors: Door[], people: Agent[], called: boolean): Step[] {
  if (called) return [];
  const teams = new Set(doors.map((door) => door.teamId));
  const reached = people.filter(
    (one) => !one.disabled && one.phone !== null && one.teamIds.some((id) => teams.has(id)),
  );
  return [
    { name: 'door', done: doors.length > 0, href: '#doors/new' },
    { name: 'people', done: doors.length > 0 && reached.length >= enough, href: '#people/new' },
    { name: 'ring', done: false, href: null },
  ];
}
