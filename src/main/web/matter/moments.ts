import { locale } from '../words';

const day = 24 * 60 * 60 * 1000;
const soonest = 30 * 60 * 1000; // milliseconds: less than this ahead is hardly a date

const said = new Intl.DateTimeFormat(locale, {
  weekday: 'long',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

export type Moment = { iso: string; text: string };

/** The dates one usually says on the phone: this evening, tomorrow, in two days, in a week, in two. */
export function usualMoments(now: number): Moment[] {
  const all: [number, number][] = [
    [0, 12],
    [0, 18],
    [1, 12],
    [1, 18],
    [2, 18],
    [7, 18],
    [14, 18],
  ];
  return all
    .map(([days, hour]) => {
      const at = new Date(now + days * day);
      at.setHours(hour, 0, 0, 0);
      return at;
    })
    .filter((at) => at.getTime() > now + soonest)
    .map((at) => ({ iso: at.toISOString(), text: said.format(at) }));
}

/** What a date field holds, as a moment; empty for none. */
export function momentOf(local: string): string {
  const at = new Date(local);
  return local && !Number.isNaN(at.getTime()) ? at.toISOString() : '';
}

/** A moment as a date field holds it. */
export function localOf(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
