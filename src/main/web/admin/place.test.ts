import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf } from './place';

test('an address names the section, what is looked at in it, and how', () => {
  const place = placeOf('#access-log/7?agent=3&day=2026-03-01');
  assert.equal(place.section, 'access-log');
  assert.equal(place.id, '7');
  assert.equal(place.params.get('agent'), '3');
  assert.equal(place.params.get('day'), '2026-03-01');
});

test('no address is no section and nobody', () => {
  assert.deepEqual({ ...placeOf(''), params: null }, { section: '', id: null, params: null });
  assert.deepEqual({ ...placeOf('#'), params: null }, { section: '', id: null, params: null });
});
