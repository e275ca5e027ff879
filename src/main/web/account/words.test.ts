import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en, fr } from './words';

type Tree = { [key: string]: string | Tree };

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
    assert.notEqual(french.get(key), sentence, key);
  }
});
