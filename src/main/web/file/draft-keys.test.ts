import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isText, placeOf } from './draft-keys';

test('a key says where its text goes', () => {
  assert.deepEqual(placeOf('case-7'), { kind: 'case', id: '7', form: null });
  assert.deepEqual(placeOf('case-7.promise.what'), { kind: 'case', id: '7', form: 'promise' });
  assert.deepEqual(placeOf('case-7.broken-12.why'), { kind: 'case', id: '7', form: 'broken-12' });
  assert.deepEqual(placeOf('new-case-3.title'), { kind: 'new-case', id: '3', form: 'new-case' });
  assert.deepEqual(placeOf('customer-3.profile.name'), { kind: 'customer', id: '3', form: 'profile' });
  assert.deepEqual(placeOf('call-1764.2'), { kind: 'call', id: '1764.2', form: null });
  assert.deepEqual(placeOf('call-1764.2:wrap-up.what'), { kind: 'call', id: '1764.2', form: 'wrap-up' });
  assert.equal(placeOf('from-the-future'), null);
});

test('words can be joined, a choice cannot', () => {
  for (const key of ['case-7', 'call-1764.2', 'case-7.promise.what']) assert.ok(isText(key), key);
  for (const key of ['case-7.promise.dueAt', 'call-1764.2:hand-over.who']) assert.ok(!isText(key), key);
});
