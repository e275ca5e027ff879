import { ask, list } from '../api';
import type { Change, Taken } from './wire-changes';
import type { Health, TestCall } from './wire-health';
import type {
  AccessLine,
  Alert,
  AlertCustomer,
  Erasure,
  ForgetPreview,
  ForgetReport,
  Kept,
  Named,
  RetentionState,
  Site,
  WantedSite,
} from './wire';

const customerPath = (id: number, act: string) => `/api/customers/${id}/${act}`;
const alertPath = (key: string) => `/api/alerts/${encodeURIComponent(key)}`;

export const adminApi = {
  people: () => list<Named>('/api/agents'),
  doors: () => list<Named & { display: string }>('/api/front-doors'),

  wouldForget: (id: number) => ask<ForgetPreview>('POST', customerPath(id, 'forget/preview'), {}),
  forget: (id: number, name: string) => ask<ForgetReport>('POST', customerPath(id, 'forget'), { name }),
  accessLog: (filter: URLSearchParams) => list<AccessLine>(`/api/access-log?${filter}`),
  retention: () => ask<RetentionState>('GET', '/api/retention'),
  wouldRetain: async (kinds: Kept[]) =>
    (await ask<RetentionState>('POST', '/api/retention/preview', { items: kinds })).items,
  retain: (seen: RetentionState, kinds: Kept[]) =>
    ask<RetentionState>('PUT', '/api/retention', {
      items: kinds,
      ...(seen.version === undefined ? {} : { version: seen.version }),
    }),
  erasures: () => list<Erasure>('/api/erasures'),

  health: () => ask<Health>('GET', '/api/health'),
  testCall: (doorId: number) => ask<TestCall>('POST', `/api/front-doors/${doorId}/test-call`),

  changes: (filter: URLSearchParams) => list<Change>(`/api/changes?${filter}`),
  undoChange: (id: number) => ask<Change>('POST', `/api/changes/${id}/undo`, {}),

  previewSettings: (file: unknown) => ask<Taken>('POST', '/api/settings/file/preview', file),
  /** Refused when a setting has changed since the preview. */
  importSettings: (file: unknown, seen: number) =>
    ask<Taken>('POST', `/api/settings/file?seen=${seen}`, file),

  alerts: () => list<Alert>('/api/alerts'),
  alertCustomers: (key: string) => list<AlertCustomer>(`${alertPath(key)}/customers`),
  bringAlert: (
    key: string,
    wanted: { title: string; since: string; numbers: string[]; customerKeys: string[] },
  ) => ask<{ alert: Alert; unknown: string[] }>('PUT', alertPath(key), wanted),
  endAlert: (key: string) => ask<Alert>('DELETE', alertPath(key)),
  sites: () => list<Site>('/api/sites'),
  addSite: (wanted: WantedSite) => ask<Site>('POST', '/api/sites', wanted),
  changeSite: (seen: Site, wanted: WantedSite) =>
    ask<Site>(
      'PUT',
      `/api/sites/${seen.id}`,
      seen.version === undefined ? wanted : { ...wanted, version: seen.version },
    ),
};
