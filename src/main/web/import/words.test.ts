import { test } from 'node:test';
import { saidInBoth } from '../words/in-both';
import { en } from './words-en';
import { fr } from './words-fr';

test('French says everything, in French, with the slots that English has', () =>
  saidInBoth(en, fr, new Set(['file'])));
