import type { Agent, Door } from '../wire-routing';

/** What the service knows of a new house's way to its first answered call. */
export type Facts = {
  doors: Door[];
  people: Agent[];
  /** The last ones, up to `many`. */
  calls: { answeredAt: string | null }[];
  /** Whether a phone would ring, by the rule, for whoever calls the first front door now. */
  rings: boolean;
};

export type Step = {
  name: 'door' | 'people' | 'another' | 'ready' | 'ring';
  done: boolean;
  href: string | null;
};

/** Enough that a caller reaches somebody when one is on the phone. */
const enough = 2;

/** A house that was called so often is not new, whoever answered. */
export const many = 20;

/** What a new house still has to do until its first answered call; nothing any more once a call was answered. */
export function firstSteps({ doors, people, calls, rings }: Facts): Step[] {
  if (calls.length >= many || calls.some((call) => call.answeredAt !== null)) return [];
  const reached = reachedPeople(doors, people).length;
  return [
    { name: 'door', done: doors.length > 0, href: '#doors/new' },
    { name: reached === 1 ? 'another' : 'people', done: reached >= enough, href: '#people/new' },
    // whoever is being called is not rung once more
    { name: 'ready', done: rings || calls.length > 0, href: null },
    { name: 'ring', done: false, href: null },
  ];
}

/** Whom a front door's own team lets answer. */
export function reachedPeople(doors: Door[], people: Agent[]): Agent[] {
  const teams = new Set(doors.map((door) => door.teamId));
  return people.filter(
    (one) => !one.disabled && one.phone !== null && one.teamIds.some((id) => teams.has(id)),
  );
}
