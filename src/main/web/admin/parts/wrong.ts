import { words as shared } from '../../words';
import { fill } from '../../words/fill';
import { words } from '../words';
import type { Sending } from '../../file/sending';

/** What is wrong, in words, with the field that the service named; nothing when it named another one. */
export function wrongOf(saving: Sending, field?: string): string | null {
  if (saving.kind !== 'failed' || saving.problem.field === null) return null;
  const named = saving.problem.field;
  const name = named.replace(/\W.*$/, '');
  if (field !== undefined && field !== name) return null;
  const wrong = words.wrong as Record<string, string>;
  return (saving.problem.fault === 'conflict' && wrong[`${name}-conflict`]) || wrong[name] || null;
}

/** Why nothing was saved. When a colleague was faster, who it was and what they changed. */
export function said(saving: Extract<Sending, { kind: 'failed' }>): string {
  const { field, who, changed, fault } = saving.problem;
  if (field === 'version' && who) {
    const names = changed.map((one) => (words.field as Record<string, string>)[one] ?? one).join(', ');
    return fill(words.overtaken, { who, what: names || words.something });
  }
  if (field === 'seen' && who) {
    const kinds = words.changes.setting as Record<string, string>;
    const names = changed.map((one) => kinds[one] ?? one).join(', ');
    return fill(words.settingsFile.overtaken, { who, what: names });
  }
  return `${words.notDone} ${wrongOf(saving) ?? shared.problem[fault]}`;
}
