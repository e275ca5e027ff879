import { locale, words } from '../words';
import { fill } from '../words/fill';
import { when } from '../words/time';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const unit = (name: string) =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
const minutes = unit('minute');
const hours = unit('hour');
const days = unit('day');

export type Due = { late: boolean; text: string };

/** When something is due, in words; once it is late, by how much: a colour alone tells nobody. */
export function due(iso: string, now: number): Due {
  const left = Date.parse(iso) - now;
  if (left >= 0) return { late: false, text: fill(words.debts.due, { at: when(iso, new Date(now)) }) };
  return { late: true, text: fill(words.debts.late, { time: span(-left) }) };
}

/** A length of time in its largest unit, never less than a minute: nobody is late by zero. */
export function span(milliseconds: number): string {
  if (milliseconds >= 2 * day) return days.format(Math.floor(milliseconds / day));
  if (milliseconds >= 2 * hour) return hours.format(Math.floor(milliseconds / hour));
  return minutes.format(Math.max(1, Math.floor(milliseconds / minute)));
}
