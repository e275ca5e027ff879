import type { BoardState } from './wire-board';
import type { Debt } from './wire-debts';
import type { Judgement, UnjudgedCall, WantedOut } from './wire-out';
import type { FoundCase } from './wire-search';
import type { Availability, Case, Colleague, Customer, Draft, Me, Note, Team } from './wire';

export type Fault =
  | 'network'
  | 'timeout'
  | 'signedOut'
  | 'refused'
  /** Only the minimum of this customer may be seen: more is done once that is otherwise. */
  | 'unsure'
  | 'gone'
  | 'conflict'
  | 'invalid'
  | 'tooMany'
  | 'server';

/** A request that did not do what was asked. `field` names the one that is wrong, when one is. */
export class Problem extends Error {
  constructor(
    readonly fault: Fault,
    readonly field: string | null = null,
    /** Why, as one word of the service's, and the colleague it is about. */
    readonly reason: string | null = null,
    readonly who: string | null = null,
    /** The fields that somebody changed meanwhile. */
    readonly changed: string[] = [],
  ) {
    super(fault);
  }
}

const patience = 10_000; // milliseconds for a whole answer

/** A colleague, a team or a number outside that is to join a call. */
export type Wanted = {
  agentId?: number;
  teamId?: number;
  number?: string;
  summary?: string;
  moveCaseId?: number;
};

const callPath = (call: string, act: string) => `/api/calls/${encodeURIComponent(call)}/${act}`;

export const api = {
  me: () => ask<Me>('GET', '/api/me'),
  signIn: (login: string, password: string, code: string | null) =>
    ask<Me>('POST', '/api/session', code ? { login, password, code } : { login, password }),
  signOut: () => ask<void>('DELETE', '/api/session'),
  setAvailability: (availability: Availability, reason: string | null) =>
    ask<void>('PUT', '/api/me/availability', reason ? { availability, reason } : { availability }),
  endWrapUp: () => ask<void>('DELETE', '/api/me/wrap-up'),
  search: (query: string) =>
    ask<{ customers: Customer[]; cases: FoundCase[] }>('GET', `/api/search?q=${encodeURIComponent(query)}`),
  customer: (id: number) => ask<Customer>('GET', `/api/customers/${id}`),
  openCustomer: (id: number, reason: string) =>
    ask<Customer>('POST', `/api/customers/${id}/open`, { reason }),
  addCustomer: (name: string, number: string | null) =>
    ask<Customer>('POST', '/api/customers', { name, numbers: number ? [{ number }] : [] }),
  casesOf: (customerId: number) => list<Case>(`/api/cases?customerId=${customerId}`),
  addCase: (wanted: {
    customerId: number;
    title: string;
    customerWords?: string;
    ownerId: number;
    callId?: string;
  }) => ask<Case>('POST', '/api/cases', wanted),
  addNote: (caseId: number, text: string, callId: string | null) =>
    ask<Note>('POST', `/api/cases/${caseId}/notes`, callId ? { text, callId } : { text }),
  refuse: (call: string, offer: string) =>
    ask<void>('POST', `/api/calls/${encodeURIComponent(call)}/refuse`, { offer }),
  debts: () => list<Debt>('/api/debts'),
  writeOff: (debtId: number, reason: string) =>
    ask<Debt>('PUT', `/api/debts/${debtId}/write-off`, { reason }),
  board: () => ask<BoardState>('GET', '/api/board'),
  drafts: () => list<Draft>('/api/drafts'),
  // A page that goes away lets these two go on without it.
  keepDraft: (key: string, text: string) =>
    ask<Draft>('PUT', `/api/drafts/${encodeURIComponent(key)}`, { text }, true),
  forgetDraft: (key: string) =>
    ask<void>('DELETE', `/api/drafts/${encodeURIComponent(key)}`, undefined, true),
  setCaller: (call: string, customerId: number) =>
    ask<void>('PUT', `/api/calls/${encodeURIComponent(call)}/customer`, { customerId }),
  identified: (call: string, customerId: number) =>
    ask<void>('POST', callPath(call, 'identified'), { customerId }),
  colleagues: () => list<Colleague>('/api/agents'),
  teams: () => list<Team>('/api/teams'),
  handOver: (call: string, wanted: Wanted) => ask<void>('POST', callPath(call, 'hand-over'), wanted),
  bringIn: (call: string, wanted: Wanted) => ask<void>('POST', callPath(call, 'bring-in'), wanted),
  withdrawInvitation: (call: string) => ask<void>('DELETE', callPath(call, 'invitation')),
  leave: (call: string) => ask<void>('POST', callPath(call, 'leave'), {}),
  end: (call: string) => ask<void>('POST', callPath(call, 'end'), {}),
  callOut: (wanted: WantedOut) => ask<{ id: string }>('POST', '/api/calls-out', wanted),
  dropCallOut: (call: string) => ask<void>('DELETE', `/api/calls-out/${encodeURIComponent(call)}`),
  unjudgedCalls: () => list<UnjudgedCall>('/api/me/unjudged-calls'),
  judgeCallOut: (call: string, outcome: Judgement) =>
    ask<unknown>('POST', `/api/calls-out/${encodeURIComponent(call)}/outcome`, { outcome }),
};

export function faultOf(failure: unknown): Fault {
  return failure instanceof Problem ? failure.fault : 'server';
}

/** The items of a list. */
async function list<T>(path: string): Promise<T[]> {
  return (await ask<{ items: T[] }>('GET', path)).items;
}

async function ask<T>(method: string, path: string, body?: unknown, keepalive = false): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      keepalive,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
  } catch (failure) {
    throw new Problem(
      failure instanceof DOMException && failure.name === 'TimeoutError' ? 'timeout' : 'network',
    );
  }
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

function faultOfStatus(status: number): Fault {
  switch (status) {
    case 401:
      return 'signedOut';
    case 403:
      return 'refused';
    case 404:
      return 'gone';
    case 409:
      return 'conflict';
    case 429:
      return 'tooMany';
    default:
      return status >= 500 ? 'server' : 'invalid';
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const fault = faultOfStatus(response.status);
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  try {
    const { field, reason, who, changed } = await response.json();
    const fields = Array.isArray(changed) ? changed.filter((one) => typeof one === 'string') : [];
    const why = text(reason);
    return new Problem(why === 'minimum' ? 'unsure' : fault, text(field), why, text(who), fields);
  } catch {
    return new Problem(fault); // not a problem+json body: the status says enough
  }
}

// For pages with questions of their own.
export { ask, faultOfStatus, list };
