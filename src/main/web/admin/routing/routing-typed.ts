import { localOf, momentOf } from '../../matter/moments';
import { whole } from '../parts/whole';
import type { Holidays, Routing, WantedRouting } from '../wire-routing';
import { hoursOf, type Span, spansOf } from './hours';
import { typedRota, type TypedTurn, wantedRota } from './rota-typed';

/** A front door's routing as it stands in the form: numbers as they are typed, hours as they are drawn. */
export type Typed = {
  patience: string;
  wrapUp: string;
  callbackDue: string;
  longWait: string;
  onCall: number | null;
  rota: TypedTurn[];
  timeZone: string;
  holidays: Holidays;
  week: Span[];
  closedDays: string[];
  closures: { from: string; until: string }[];
  overflow: { teamId: number; after: string }[];
};

export function typedOf(routing: Routing): Typed {
  return {
    patience: String(routing.patienceSeconds),
    wrapUp: String(routing.wrapUpSeconds),
    callbackDue: String(routing.callbackDueMinutes),
    longWait: routing.longWaitSeconds === null ? '' : String(routing.longWaitSeconds),
    onCall: routing.onCallId,
    rota: typedRota(routing.rota),
    timeZone: routing.timeZone,
    holidays: routing.holidays,
    week: spansOf(routing.hours),
    closedDays: [...routing.closedDays].sort(),
    closures: routing.closures.map(({ from, until }) => ({ from: localOf(from), until: localOf(until) })),
    overflow: routing.overflow.map(({ teamId, afterSeconds }) => ({ teamId, after: String(afterSeconds) })),
  };
}

/** As the service takes it. What is no number goes as one that it refuses by name. */
export function wantedOf(typed: Typed): WantedRouting {
  return {
    patienceSeconds: whole(typed.patience),
    wrapUpSeconds: whole(typed.wrapUp),
    callbackDueMinutes: whole(typed.callbackDue),
    longWaitSeconds: typed.longWait === '' ? null : whole(typed.longWait),
    onCallId: typed.onCall,
    rota: wantedRota(typed.rota),
    timeZone: typed.timeZone.trim(),
    holidays: typed.holidays,
    hours: hoursOf(typed.week),
    closedDays: [...new Set(typed.closedDays.filter((day) => day !== ''))],
    closures: typed.closures
      .filter(({ from, until }) => from !== '' || until !== '')
      .map(({ from, until }) => ({ from: momentOf(from), until: momentOf(until) })),
    overflow: typed.overflow.map(({ teamId, after }) => ({ teamId, afterSeconds: whole(after) })),
  };
}
