import type { Agent, Role, WantedAgent } from '../wire-routing';

/** A person as they stand in the form. */
export type Typed = {
  name: string;
  role: Role;
  teamIds: number[];
  deputyId: number | null;
  worksWithoutDesk: boolean;
  outsideNumber: string;
};

export const newcomer: Typed = {
  name: '',
  role: 'agent',
  teamIds: [],
  deputyId: null,
  worksWithoutDesk: false,
  outsideNumber: '',
};

export function typedOf(agent: Agent): Typed {
  return {
    name: agent.name,
    role: agent.role,
    teamIds: [...agent.teamIds].sort((one, other) => one - other),
    deputyId: agent.deputyId,
    worksWithoutDesk: agent.worksWithoutDesk,
    outsideNumber: agent.outsideNumber ?? '',
  };
}

export function wantedOf(typed: Typed): WantedAgent {
  return {
    ...typed,
    name: typed.name.trim(),
    teamIds: [...typed.teamIds].sort((one, other) => one - other),
    outsideNumber: typed.outsideNumber.trim() || null,
  };
}

/** A login that the name suggests: small letters without accents, as the service takes it. */
export function loginFor(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^[^a-z]+|\.+$/g, '')
    .slice(0, 32);
}
