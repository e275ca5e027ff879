import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf } from './matching';
import type { Field } from './wire';

const fields: { field: Field; needed: boolean }[] = [
  { field: 'key', needed: true },
  { field: 'name', needed: false },
  { field: 'number', needed: false },
];

test('a needed field that no column holds is named', () => {
  assert.deepEqual(faultsOf({ kind: 'customers', fields }, ['name', null]), { missing: ['key'], twice: [] });
});

test('a field that two columns hold is named, but for the numbers of a person', () => {
  assert.deepEqual(
    faultsOf({ kind: 'customers', fields }, ['key', 'name', 'name', 'number', 'number']).twice,
    ['name'],
  );
  assert.deepEqual(faultsOf({ kind: 'numbers', fields }, ['key', 'number', 'number']).twice, ['number']);
});
