import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './words-en';
import { fr } from './words-fr';

type Tree = { [key: string]: string | Tree };

// Words that are the same in both languages.
const same = new Set([
  'phone.port',
  'phone.transport',
  'unit.minutes',
  'role.agent',
  'alerts.key',
  'sites.origins',
  'sites.snippet.name',
  'country',
  'section.alerts.title',
]);

const sentences = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : sentences(value, `${path}${key}.`),
  );
const slots = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();

test('French says everything, in French, with the slots that English has', () => {
  const french = new Map(sentences(fr));
  for (const [key, sentence] of sentences(en)) {
    assert.deepEqual(slots(french.get(key) ?? ''), slots(sentence), key);
    if (!same.has(key)) assert.notEqual(french.get(key), sentence, key);
  }
});

test('before a colon, a question and an exclamation mark French has a space that does not break', () => {
  for (const [key, sentence] of sentences(fr)) assert.doesNotMatch(sentence, /[\p{L}»)] [:?!;](\s|$)/u, key);
});
