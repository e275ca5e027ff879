import assert from 'node:assert/strict';

// For the tests of words alone.

/** Sentences by name, in as many levels as one likes. */
export type Tree = { [key: string]: string | Tree };

/** Each with its whole name, as `form.missing`. */
export function sentences(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : sentences(value, `${path}${key}.`),
  );
}

const slots = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();

/** A space more before a colon does not make a sentence French. */
const unspaced = (sentence: string) => sentence.replace(/\s([:?!;])/g, '$1');

/** French says everything, with the slots that English has, and in French: but for words that are the same in both. */
export function saidInBoth(en: Tree, fr: Tree, same: Set<string> = new Set()): void {
  const french = new Map(sentences(fr));
  for (const [key, sentence] of sentences(en)) {
    assert.deepEqual(slots(french.get(key) ?? ''), slots(sentence), key);
    if (!same.has(key)) assert.notEqual(unspaced(french.get(key) ?? ''), unspaced(sentence), key);
  }
}
