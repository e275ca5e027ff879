import type { Availability } from '../wire';
import type { Named } from './wire';
import type { Turn } from './wire-rota';

export type Role = 'agent' | 'supervisor' | 'administrator';

/** The version of a setting as one saw it: sent back, so that nothing of a colleague's is overwritten. */
export type Versioned = { version?: number };

export type Team = Named & Versioned;

export type WantedDoor = {
  number: string;
  name: string;
  country: string;
  teamId: number;
  offerSeconds: number;
  rememberDays: number;
  realTalkSeconds: number;
};
export type Door = WantedDoor & Versioned & { id: number; display: string };

export type Day = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
export type HoursOfDay = { day: Day; from: string; to: string };
export type Holidays = 'none' | 'france' | 'alsace-moselle';

export type WantedRouting = {
  patienceSeconds: number;
  wrapUpSeconds: number;
  callbackDueMinutes: number;
  longWaitSeconds: number | null;
  onCallId: number | null;
  rota: Turn[];
  timeZone: string;
  holidays: Holidays;
  hours: HoursOfDay[];
  closedDays: string[];
  closures: { from: string; until: string }[];
  overflow: { teamId: number; afterSeconds: number }[];
};
export type Routing = WantedRouting &
  Versioned & {
    openNow: boolean;
    nextChangeAt: string | null;
    warnings: { field: string; text: string }[];
  };

export type ReadNumber = { number: string; display: string; premium: boolean };

export type WantedAgent = {
  name: string;
  role: Role;
  teamIds: number[];
  deputyId: number | null;
  worksWithoutDesk: boolean;
  outsideNumber: string | null;
};
export type Agent = WantedAgent &
  Versioned & {
    id: number;
    login: string;
    phone: string | null;
    availability: Availability;
    awayReason: string | null;
    availabilitySince: string;
    disabled: boolean;
  };
export type Successor = { toId: number; summary: string };

export type PhoneAccount = {
  user: string;
  password: string;
  server: string;
  port: number;
  transport: string;
  uri?: string;
};

export type RenewedPhone = PhoneAccount & { oldPhoneOff: boolean };

export type House = Versioned & {
  missedOffers: number;
  quietDays: number;
  testCallSeconds: number;
  callsOut: { atOnce: number; perHour: number; perAgentAndHour: number; destinations: string[] };
};
