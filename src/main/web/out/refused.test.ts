import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../api';
import { words } from '../words';
import { refusedWords } from './refused';

test('a reason of the service’s is said in the page’s own words, with the colleague', () => {
  assert.equal(refusedWords(new Problem('invalid', 'number', 'emergency')), words.out.refused.emergency);
  assert.match(refusedWords(new Problem('conflict', 'number', 'already-called', 'Karim')), /Karim/);
});

test('a reason that this page does not know is still a sentence', () => {
  for (const reason of ['brand-new', 'constructor', null])
    assert.match(refusedWords(new Problem('conflict', null, reason)), /\.$/);
});
