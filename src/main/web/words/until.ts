import { locale } from './index';

const day = 24 * 60 * 60 * 1000; // milliseconds
const hour = { hour: '2-digit', minute: '2-digit' } as const;

/**
 * A moment to come, by a clock on a wall: today's by the hour, within a week by its weekday, else by its date. A zone that is none is the
 * reader's own.
 */
export function upTo(iso: string, zone?: string, now = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const timeZone = known(zone);
  const said = (parts: Intl.DateTimeFormatOptions, when: Date) =>
    new Intl.DateTimeFormat(locale, { ...parts, ...(timeZone ? { timeZone } : {}) }).format(when);
  const date = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  if (said(date, at) === said(date, now)) return said(hour, at);
  return Math.abs(at.getTime() - now.getTime()) < 6 * day
    ? said({ weekday: 'long', ...hour }, at)
    : said({ weekday: 'short', day: 'numeric', month: 'short', ...hour }, at);
}

function known(zone: string | undefined): string | undefined {
  try {
    return zone ? new Intl.DateTimeFormat(locale, { timeZone: zone }).resolvedOptions().timeZone : undefined;
  } catch {
    return undefined;
  }
}
