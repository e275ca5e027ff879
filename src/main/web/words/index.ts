import { en, type Words } from './en';
import { fr } from './fr';

export type { Words } from './en';

const languages: Record<string, Words> = { en, fr };

/** The first of the browser's languages that the desk speaks, region kept for dates; English when none is. */
export function chooseLocale(wanted: readonly string[]): string {
  return wanted.find((tag) => Object.hasOwn(languages, (tag.split('-')[0] ?? '').toLowerCase())) ?? 'en';
}

export const locale = chooseLocale(globalThis.navigator?.languages ?? []);
export const language = (locale.split('-')[0] ?? 'en').toLowerCase();
export const words: Words = languages[language] ?? en;
