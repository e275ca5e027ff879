import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words } from '../words';
import { fill } from '../words/fill';
import type { EntryKind, TimelineEntry } from '../wire-matter';
import { entryWords } from './entry-words';

const details: Record<EntryKind, Record<string, unknown>> = {
  opened: { title: 'Box' },
  note: {},
  correction: {},
  words: { effect: { from: null, to: 'x' }, unheardOf: {} },
  status: { from: 'waiting-for-us', to: 'waiting-for-customer', until: '2026-11-26T10:00:00Z' },
  owner: { from: 1, to: 2 },
  customer: {},
  'promise-made': { by: 1, dueAt: '2026-11-26T10:00:00Z' },
  'promise-kept': { what: 'a box' },
  'promise-broken': { what: 'a box' },
  'promise-passed-on': { what: 'a box', from: 1, to: 2 },
  'errand-added': { party: 'Depot', dueAt: '2026-11-26T10:00:00Z' },
  'errand-chased': { party: 'Depot', what: 'a box', dueAt: '2026-11-26T10:00:00Z' },
  'errand-done': { party: 'Depot', what: 'a box' },
  'errand-dropped': { party: 'Depot', what: 'a box' },
  exception: { rule: 'No express' },
  call: {},
  message: {},
  closed: { written: 'Letter' },
  reopened: {},
  imported: { title: {} },
};

const entry = (kind: EntryKind, detail: Record<string, unknown>): TimelineEntry => ({
  id: 1,
  at: '2026-11-25T10:00:00Z',
  kind,
  author: null,
  text: 'said',
  callId: null,
  corrects: null,
  detail,
});

const said = (kind: EntryKind, detail = details[kind]) => {
  const sentence = entryWords(entry(kind, detail), (id) => `agent ${id}`);
  return sentence && fill(sentence.text, sentence.slots);
};

test('every kind of line is a whole sentence', () => {
  for (const kind of Object.keys(details) as EntryKind[]) {
    const sentence = said(kind);
    if (kind === 'note') assert.equal(sentence, null);
    else assert.match(sentence ?? '', /^[^{}]+$/, kind);
  }
});

test('names, dates and fields are those of the line', () => {
  assert.equal(said('owner'), 'Handed over from agent 1 to agent 2');
  assert.equal(said('words'), `Put it in other words: ${words.matter.changed.effect}, unheardOf`);
  assert.equal(said('status', { because: 'silence' }), words.matter.entry.silence);
  assert.equal(said('errand-chased', { party: 'Depot', what: 'a box' }), 'Asked Depot after: a box');
});
