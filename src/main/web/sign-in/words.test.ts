import { test } from 'node:test';
import { saidInBoth } from '../words/in-both';
import { en, fr } from './words';

test('French says everything, in French, with the slots that English has', () => saidInBoth(en, fr));
