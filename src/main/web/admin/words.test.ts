import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidInBoth, sentences } from '../words/in-both';
import { en } from './words-en';
import { fr } from './words-fr';

// Words that are the same in both languages.
const same = new Set([
  'phone.port',
  'phone.transport',
  'health.version',
  'unit.minutes',
  'role.agent',
  'alerts.key',
  'sites.origins',
  'sites.snippet.name',
  'country',
  'section.alerts.title',
]);

test('French says everything, in French, with the slots that English has', () => saidInBoth(en, fr, same));

test('before a colon, a question and an exclamation mark French has a space that does not break', () => {
  for (const [key, sentence] of sentences(fr)) assert.doesNotMatch(sentence, /[\p{L}»)] [:?!;](\s|$)/u, key);
});
