import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent, Door } from '../wire-routing';
import { type Facts, firstSteps, many } from './first-steps';

const door = { id: 1, teamId: 7 } as Door;
const person = (some: Partial<Agent>) => ({ phone: 'p', disabled: false, teamIds: [7], ...some }) as Agent;
const steps = (some: Partial<Facts>) =>
  firstSteps({ doors: [], people: [], calls: [], rings: false, ...some });
const done = (doors: Door[], people: Agent[]) =>
  steps({ doors, people })
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

test('after the first of two people one more is asked for', () => {
  assert.equal(steps({ doors: [door], people: [person({})] })[1]?.name, 'another');
});

test('somebody is ready when a phone would ring, and stays so while it does', () => {
  const ready = (some: Partial<Facts>) => steps(some).find((step) => step.name === 'ready')?.done;
  assert.equal(ready({}), false);
  assert.equal(ready({ rings: true }), true);
  assert.equal(ready({ calls: [{ answeredAt: null }] }), true);
});

test('a call that nobody answered is not the first answered call', () => {
  assert.equal(steps({ doors: [door], calls: [{ answeredAt: null }] }).length, 4);
  assert.deepEqual(steps({ doors: [door], calls: [{ answeredAt: '2026-11-26T05:00:00Z' }] }), []);
});

test('an old house at night needs no guide', () => {
  assert.deepEqual(steps({ doors: [door], calls: Array(many).fill({ answeredAt: null }) }), []);
});
