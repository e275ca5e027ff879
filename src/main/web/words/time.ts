import { fill } from './fill';
import { locale, words } from './index';

const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

export const clockTime = (at: Date | number): string => time.format(at);

type Said = { kind: 'today' | 'yesterday' | 'day'; time: string; day: string };

/** A moment in a list: today's by the clock, yesterday's as such, older ones by their date. Empty for no moment at all. */
export function moment(iso: string, now = new Date()): string {
  const said = say(iso, now);
  if (!said) return '';
  if (said.kind === 'today') return said.time;
  return said.kind === 'yesterday' ? `${relative.format(-1, 'day')} ${said.time}` : said.day;
}

/** The same moment as part of a sentence: "at 14:02", "on 14 Nov". */
export function when(iso: string, now = new Date()): string {
  const said = say(iso, now);
  return said ? fill(words.time[said.kind], { time: said.time, day: said.day }) : '';
}

function say(iso: string, now: Date): Said | null {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return null;
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  const kind = days === 0 ? 'today' : days === 1 ? 'yesterday' : 'day';
  const sameYear = at.getFullYear() === now.getFullYear();
  return { kind, time: time.format(at), day: (sameYear ? day : dayOfYear).format(at) };
}

/** mm:ss, or h:mm:ss from an hour up. Never negative. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const tail = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
