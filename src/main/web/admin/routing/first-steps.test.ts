import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent, Door } from '../wire-routing';
import { firstSteps } from './first-steps';

const door = { id: 1, teamId: 7 } as Door;
const person = (some: Partial<Agent>) => ({ phone: 'p', disabled: false, teamIds: [7], ...some }) as Agent;
const done = (doors: Door[], people: Agent[]) =>
  firstSteps(doors, people, false)
    .filter((step) => step.done)
    .map((step) => step.name);

test('an empty house has all of it to do', () => {
  assert.deepEqual(done([], []), []);
  assert.deepEqual(done([], [person({}), person({})]), []);
});

test('people count whom the front door can ring', () => {
  assert.deepEqual(done([door], [person({})]), ['door']);
  assert.deepEqual(done([door], [person({}), person({ teamIds: [8] })]), ['door']);
  assert.deepEqual(done([door], [person({}), person({ disabled: true })]), ['door']);
  assert.deepEqual(done([door], [person({}), person({ phone: null })]), ['door']);
  assert.deepEqual(done([door], [person({}), person({})]), ['door', 'people']);
});

test('whoever has been called needs no guide', () => {
  assert.deepEqual(firstSteps([door], [], true), []);
});
