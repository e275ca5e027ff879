import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loginFor, newcomer, wantedOf } from './typed';

test('a login is what the service takes, made of the name', () => {
  assert.equal(loginFor('Zoé de l’Étang'), 'zoe.de.l.etang');
  assert.equal(loginFor('  Alice  Roy '), 'alice.roy');
  assert.equal(loginFor('3 Suisses'), 'suisses');
  assert.equal(loginFor('李'), '');
  assert.ok(loginFor('a'.repeat(99)).length <= 32);
});

test('an outside number left empty is none', () => {
  assert.equal(wantedOf({ ...newcomer, outsideNumber: ' ' }).outsideNumber, null);
  assert.equal(wantedOf({ ...newcomer, outsideNumber: ' 06 1 ' }).outsideNumber, '06 1');
});
