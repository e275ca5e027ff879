import type { Named } from './wire';

export type SettingKind =
  'house' | 'front-door' | 'routing' | 'team' | 'person' | 'shared-number' | 'site' | 'retention';

type Values = Record<string, unknown>;

/** One change of a setting, as the change log tells it. */
export type Change = {
  id: number;
  at: string;
  by: Named;
  setting: SettingKind;
  key: string;
  name: string;
  act: 'added' | 'changed' | 'removed' | 'secret-renewed';
  fields: string[];
  before: Values | null;
  after: Values | null;
  undoes: number | null;
  undone: boolean;
};
