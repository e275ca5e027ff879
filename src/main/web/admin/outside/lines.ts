/** What stands in a box of many lines, each once, without the empty ones. */
export function lines(text: string): string[] {
  const all = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(all)].filter((line) => line !== '');
}

/** A key that a program may use again: what was brought in by hand, and when. */
export function keyFor(now: Date): string {
  return `by-hand-${now.toISOString().slice(0, 16).replace(/[:T]/g, '-')}`;
}
