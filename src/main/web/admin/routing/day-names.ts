import { locale } from '../../words';

const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });

// The first of January 2024 was a Monday.
const dayOf = (day: number) => new Date(Date.UTC(2024, 0, 1 + day));

/** 0 is Monday. */
export const dayName = (day: number): string => {
  const name = long.format(dayOf(day));
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
};
export const shortDayName = (day: number): string => short.format(dayOf(day));
