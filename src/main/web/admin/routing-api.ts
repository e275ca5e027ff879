import { ask, list } from '../api';
import type { Availability } from '../wire';
import type { Outlook } from './wire-foresight';
import type { SharedNumber } from './wire-health';
import type { Duty, WantedRota } from './wire-rota';
import type {
  Agent,
  Door,
  House,
  PhoneAccount,
  ReadNumber,
  RenewedPhone,
  Routing,
  Successor,
  Team,
  Versioned,
  WantedAgent,
  WantedDoor,
  WantedRouting,
} from './wire-routing';

/** With the version one saw, when the service told one. */
const as = <T extends object>(seen: Versioned, wanted: T): T & Versioned =>
  seen.version === undefined ? wanted : { ...wanted, version: seen.version };

const sharedPath = (number: string) => `/api/shared-numbers/${encodeURIComponent(number)}`;

export const routingApi = {
  teams: () => list<Team>('/api/teams'),
  addTeam: (name: string) => ask<Team>('POST', '/api/teams', { name }),
  changeTeam: (seen: Team, name: string) => ask<Team>('PUT', `/api/teams/${seen.id}`, as(seen, { name })),

  readNumber: (number: string, country: string) =>
    ask<ReadNumber>(
      'GET',
      `/api/phone-numbers?${new URLSearchParams(country ? { number, country } : { number })}`,
    ),
  doors: () => list<Door>('/api/front-doors'),
  door: (id: number) => ask<Door>('GET', `/api/front-doors/${id}`),
  addDoor: (wanted: { number: string; name: string; teamId: number }) =>
    ask<Door>('POST', '/api/front-doors', wanted),
  changeDoor: (seen: Door, wanted: WantedDoor) =>
    ask<Door>('PUT', `/api/front-doors/${seen.id}`, as(seen, wanted)),
  routing: (id: number) => ask<Routing>('GET', `/api/front-doors/${id}/routing`),
  changeRouting: (id: number, seen: Versioned, wanted: WantedRouting) =>
    ask<Routing>('PUT', `/api/front-doors/${id}/routing`, as(seen, wanted)),

  whoWouldAnswer: (asked: {
    frontDoor: number;
    teamId: number;
    routing: WantedRouting;
    number?: string;
    at?: string;
  }) => ask<Outlook>('POST', '/api/who-would-answer', asked),

  whoIsOnCall: async (wanted: WantedRota) =>
    (await ask<{ duties: Duty[] }>('POST', '/api/who-is-on-call', wanted)).duties,

  /** The newest first. */
  lastCalls: (limit: number) => list<{ answeredAt: string | null }>(`/api/calls?limit=${limit}`),
  /** Whether somebody's phone would ring at once if somebody called now. */
  rings: async (frontDoor: number) => {
    const { moments } = await ask<Outlook>('GET', `/api/who-would-answer?frontDoor=${frontDoor}`);
    return moments[0] !== undefined && moments[0].afterSeconds === 0 && moments[0].agent !== null;
  },

  sharedNumbers: () => list<SharedNumber>('/api/shared-numbers'),
  markShared: (number: string) => ask<void>('PUT', sharedPath(number)),
  unmarkShared: (number: string) => ask<void>('DELETE', sharedPath(number)),

  agents: () => list<Agent>('/api/agents'),
  addAgent: (wanted: WantedAgent & { login: string }) =>
    ask<{ agent: Agent; password: string; phone: PhoneAccount }>('POST', '/api/agents', wanted),
  changeAgent: (seen: Agent, wanted: WantedAgent & { disabled: boolean; handOver?: Successor }) =>
    ask<Agent>('PUT', `/api/agents/${seen.id}`, as(seen, wanted)),
  changeAvailability: (id: number, availability: Availability) =>
    ask<Agent>('PUT', `/api/agents/${id}/availability`, { availability }),
  renewPassword: (id: number) => ask<{ password: string }>('POST', `/api/agents/${id}/password`),
  renewPhone: (id: number) => ask<RenewedPhone>('POST', `/api/agents/${id}/phone-password`),

  house: () => ask<House>('GET', '/api/settings'),
  changeHouse: (seen: House, wanted: Omit<House, 'version'>) =>
    ask<House>('PUT', '/api/settings', as(seen, wanted)),
};
