import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './en';
import { fill, plain } from './fill';
import { fr } from './fr';
import { saidInBoth } from './in-both';
import { chooseLocale } from './index';
import { duration } from './time';

test('French says everything, in French, with the slots that English has', () =>
  saidInBoth(
    en,
    fr,
    new Set(['board.actOf', 'brand', 'matter.owed.errandLabel', 'out.announce', 'out.judgeWho']),
  ));

test('the first language that the desk speaks is taken, English when none', () => {
  assert.equal(chooseLocale(['de-DE', 'fr-CA', 'en']), 'fr-CA');
  assert.equal(chooseLocale(['de', 'constructor']), 'en');
  assert.equal(chooseLocale([]), 'en');
});

test('what comes from outside cannot turn a title around or break its line', () => {
  assert.equal(plain('a\u202eb\u2066c\nd\u0000'), 'abc d');
  assert.equal(fill('{who} is calling', { who: '<b>\u202e{who}' }), '<b>{who} is calling');
  assert.equal(fill('{who} {other}', { who: '$&' }), '$& {other}');
});

test('a duration is written as people read clocks', () => {
  assert.equal(duration(-5), '00:00');
  assert.equal(duration(102_000), '01:42');
  assert.equal(duration(3_723_000), '1:02:03');
});
