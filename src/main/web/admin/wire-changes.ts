import type { Named } from './wire';
import type { PhoneAccount } from './wire-routing';

export type SettingKind =
  | 'house'
  | 'front-door'
  | 'routing'
  | 'team'
  | 'person'
  | 'shared-number'
  | 'site'
  | 'retention'
  | 'availability';

type Values = Record<string, unknown>;

/** How one setting differs from how it stood. */
export type Difference = {
  setting: SettingKind;
  key: string;
  name: string;
  act: 'added' | 'changed' | 'removed' | 'secret-renewed' | 'second-factor-removed';
  fields: string[];
  before: Values | null;
  after: Values | null;
};

/** One change of a setting, as the change log tells it. */
export type Change = Difference & {
  id: number;
  at: string;
  by: Named;
  undoes: number | null;
  undone: boolean;
};

/** What a file of settings changes, or would; and the passwords of people it brought. */
export type Taken = {
  differences: Difference[];
  /** Of a preview: the last change that it was made on. */
  seen?: number;
  newPeople: { login: string; password: string; phone: PhoneAccount }[];
};
