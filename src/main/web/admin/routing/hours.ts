import type { HoursOfDay } from '../wire-routing';

/** Open from one minute of a day to another; Monday is 0. */
export type Span = { day: number; from: number; to: number };

export const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const endOfDay = 24 * 60;
export const step = 15; // minutes that one drag or one key moves

export function spansOf(hours: HoursOfDay[]): Span[] {
  return sorted(
    hours.map(({ day, from, to }) => ({
      day: days.indexOf(day),
      from: minuteOf(from) ?? 0,
      to: minuteOf(to) ?? endOfDay,
    })),
  );
}

export function hoursOf(spans: Span[]): HoursOfDay[] {
  return spans.map(({ day, from, to }) => ({
    day: days[day] ?? 'monday',
    from: clock(from),
    to: clock(to),
  }));
}

export function clock(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** "8", "8h30", "8:30" and "0830" as people write them; null for what is no time of a day. */
export function minuteOf(text: string): number | null {
  const read = /^\s*(\d{1,2})\s*(?:[h:.]?\s*(\d{2})?)\s*$/i.exec(text);
  if (!read) return null;
  const [hours, minutes] = [Number(read[1]), Number(read[2] ?? 0)];
  const minute = hours * 60 + minutes;
  return minutes < 60 && minute <= endOfDay ? minute : null;
}

export const snapped = (minute: number): number =>
  Math.min(endOfDay, Math.max(0, Math.round(minute / step) * step));

/** With these hours as well; what meets on a day becomes one. */
export function withSpan(spans: Span[], added: Span): Span[] {
  if (added.to <= added.from) return spans;
  const meets = (one: Span) => one.day === added.day && one.from <= added.to && added.from <= one.to;
  const met = spans.filter(meets);
  const whole = {
    day: added.day,
    from: Math.min(added.from, ...met.map(({ from }) => from)),
    to: Math.max(added.to, ...met.map(({ to }) => to)),
  };
  return sorted([...spans.filter((one) => !meets(one)), whole]);
}

export const without = (spans: Span[], index: number): Span[] => spans.filter((_, i) => i !== index);

/** One edge moved to this minute, as far as its neighbours and a step's length allow. */
export function resized(spans: Span[], index: number, edge: 'from' | 'to', minute: number): Span[] {
  const span = spans[index];
  if (!span) return spans;
  const { least, most } = room(spans, index);
  const at =
    edge === 'from'
      ? Math.min(Math.max(minute, least), span.to - step)
      : Math.max(Math.min(minute, most), span.from + step);
  return spans.map((one, i) => (i === index ? { ...one, [edge]: at } : one));
}

/** The whole of it moved so that it begins at this minute, as far as its neighbours allow. */
export function moved(spans: Span[], index: number, from: number): Span[] {
  const span = spans[index];
  if (!span) return spans;
  const { least, most } = room(spans, index);
  const length = span.to - span.from;
  const at = Math.min(Math.max(from, least), most - length);
  return spans.map((one, i) => (i === index ? { ...one, from: at, to: at + length } : one));
}

/** What one day has, on these days too, in place of theirs. */
export function copied(spans: Span[], day: number, to: number[]): Span[] {
  const model = spans.filter((one) => one.day === day);
  const others = spans.filter((one) => !to.includes(one.day));
  return sorted([...others, ...to.flatMap((other) => model.map((one) => ({ ...one, day: other })))]);
}

/** Where a span may be without touching its neighbours of the same day. */
function room(spans: Span[], index: number): { least: number; most: number } {
  const span = spans[index] as Span;
  const others = spans.filter((one, i) => i !== index && one.day === span.day);
  return {
    least: Math.max(0, ...others.filter(({ to }) => to <= span.from).map(({ to }) => to)),
    most: Math.min(endOfDay, ...others.filter(({ from }) => from >= span.to).map(({ from }) => from)),
  };
}

function sorted(spans: Span[]): Span[] {
  return [...spans].sort((one, other) => one.day - other.day || one.from - other.from);
}
