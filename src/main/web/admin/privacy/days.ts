/** A day of a date field as the moments between which it lies here: from, itself included, and until. */
export function bounds(day: string): { from: string; until: string } | null {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return null;
  const from = new Date(year, month - 1, date);
  // The next midnight, not 24 hours later: a day has 23 or 25 of them twice a year.
  const until = new Date(year, month - 1, date + 1);
  return { from: from.toISOString(), until: until.toISOString() };
}
