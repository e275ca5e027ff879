import { ask } from '../api';

export type Machine = {
  id: number;
  device: string | null;
  since: string;
  lastSeen: string;
  current: boolean;
};

export type Account = {
  login: string;
  name: string;
  secondFactorSince: string | null;
  recoveryCodes: number;
  sessions: Machine[];
};

export const account = {
  read: () => ask<Account>('GET', '/api/me/account'),
  end: (machine: number) => ask<void>('DELETE', `/api/me/sessions/${machine}`),
  changePassword: (current: string, fresh: string) =>
    ask<void>('PUT', '/api/me/password', { current, fresh }),
  prepare: (password: string) =>
    ask<{ secret: string; uri: string }>('POST', '/api/me/second-factor', { password }),
  confirm: (code: string) => ask<{ recoveryCodes: string[] }>('PUT', '/api/me/second-factor', { code }),
  remove: (password: string) => ask<void>('POST', '/api/me/second-factor/removal', { password }),
};
