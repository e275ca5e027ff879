import { clock, days, minuteOf, type Span } from '../routing/hours';
import type { Turn } from '../wire-rota';
import type { HoursOfDay } from '../wire-routing';
import { turnOf } from './turn-value';

/** What ids stand for. */
export type Names = { teams: Map<number, string>; people: Map<number, string>; doors: Map<number, string> };

type Availability = 'ready' | 'away' | 'off';

export type Said = {
  availability: Record<Availability, string>;
  none: string;
  yes: string;
  no: string;
  always: string;
  day: (day: number) => string;
  often: (weeks: number) => string;
};

/** A setting's value as people read it: names for ids, hours by the day, nothing as such. */
export function valueOf(field: string, value: unknown, names: Names, said: Said): string {
  if (value === null || value === undefined || value === '') return said.none;
  if (typeof value === 'boolean') return value ? said.yes : said.no;
  const known = namesFor(field, names);
  if (field === 'availability') return said.availability[value as Availability] ?? String(value);
  if (typeof value === 'number') return known?.get(value) ?? String(value);
  if (Array.isArray(value)) {
    if (field === 'hours') return value.length === 0 ? said.always : week(value as HoursOfDay[], said);
    if (value.length === 0) return said.none;
    if (field === 'rota') return value.map((turn) => turnOf(turn as Turn, names, said)).join('; ');
    return value.map((one) => valueOf(field, one, names, said)).join(', ');
  }
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => `${name} ${valueOf(name, one, names, said)}`)
      .join(', ');
  return String(value);
}

function namesFor(field: string, names: Names): Map<number, string> | null {
  if (/^team(Id|Ids)$/.test(field)) return names.teams;
  if (/^(onCall|deputy|to|agent)Id$/.test(field)) return names.people;
  return field === 'frontDoorId' ? names.doors : null;
}

/** Days with the same hours together: "Mon to Fri 08:00–19:00" is read at once, five lines are not. */
function week(hours: HoursOfDay[], said: Said): string {
  const spans: Span[] = hours.map(({ day, from, to }) => ({
    day: days.indexOf(day),
    from: minuteOf(from) ?? 0,
    to: minuteOf(to) ?? 0,
  }));
  const ofDay = days.map((_, day) =>
    spans
      .filter((span) => span.day === day)
      .sort((one, other) => one.from - other.from)
      .map((span) => `${clock(span.from)}–${clock(span.to)}`)
      .join(' '),
  );
  const parts: string[] = [];
  for (let from = 0; from < ofDay.length;) {
    let to = from;
    while (to + 1 < ofDay.length && ofDay[to + 1] === ofDay[from]) to++;
    if (ofDay[from])
      parts.push(`${to > from ? `${said.day(from)}–${said.day(to)}` : said.day(from)} ${ofDay[from]}`);
    from = to + 1;
  }
  return parts.join(', ');
}
