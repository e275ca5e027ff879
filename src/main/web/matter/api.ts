import { ask, list } from '../api';
import type { Message } from '../wire-message';
import type {
  CaseException,
  CasePromise,
  Errand,
  PastCall,
  TimelineEntry,
  WholeCase,
  Writer,
} from '../wire-matter';

/** What is asked and told of one case. What goes along with each is the contract's, under the same names. */
const of = (caseId: number, what = '') => `/api/cases/${caseId}${what}`;

export const linesAtOnce = 100;

export const matterApi = {
  read: (id: number) => ask<WholeCase>('GET', of(id)),
  timeline: (id: number, before?: number) =>
    list<TimelineEntry>(of(id, `/timeline?limit=${linesAtOnce}${before ? `&before=${before}` : ''}`)),
  promises: (id: number) => list<CasePromise>(of(id, '/promises')),
  errands: (id: number) => list<Errand>(of(id, '/errands')),
  messages: (id: number) => list<Message>(of(id, '/messages')),
  writers: (id: number) => list<Writer>(of(id, '/writing')),
  calls: () => list<PastCall>('/api/calls?limit=200'),
  reword: (id: number, body: object) => ask<WholeCase>('PUT', of(id), body),
  status: (id: number, body: object) => ask<WholeCase>('PUT', of(id, '/status'), body),
  close: (id: number, body: object) => ask<WholeCase>('PUT', of(id, '/closing'), body),
  reopen: (id: number, body: object) => ask<WholeCase>('POST', of(id, '/reopen'), body),
  handOver: (id: number, body: object) => ask<WholeCase>('PUT', of(id, '/owner'), body),
  promise: (id: number, body: object) => ask<CasePromise>('POST', of(id, '/promises'), body),
  errand: (id: number, body: object) => ask<Errand>('POST', of(id, '/errands'), body),
  except: (id: number, body: object) => ask<CaseException>('POST', of(id, '/exceptions'), body),
  correct: (id: number, corrects: number, text: string) =>
    ask<unknown>('POST', of(id, '/notes'), { text, corrects }),
  endPromise: (id: number, body: object) => ask<CasePromise>('PUT', `/api/promises/${id}`, body),
  endErrand: (id: number, body: object) => ask<Errand>('PUT', `/api/errands/${id}`, body),
  chase: (id: number, body: object) => ask<Errand>('POST', `/api/errands/${id}/chases`, body),
};
