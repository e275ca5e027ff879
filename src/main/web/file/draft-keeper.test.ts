import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftKeeper, together, worst } from './draft-keeper';

type Given = { there?: Record<string, string>; here?: Record<string, string>; loaded?: boolean };

/** A desk whose service, browser storage and clock are in the test's hands. */
async function desk({ there = {}, here = {}, loaded = true }: Given = {}) {
  const service = new Map(Object.entries(there));
  const local = new Map(Object.entries(here));
  const timers: { what: () => void; in: number }[] = [];
  const world = { up: true, asked: 0 };
  const asked = async <T>(what: () => T): Promise<T> => {
    world.asked++;
    if (!world.up) throw new Error('down');
    return what();
  };
  const keeper = draftKeeper(
    {
      all: () => asked(() => [...service].map(([key, text]) => ({ key, text }))),
      keep: (key, text) => asked(() => service.set(key, text)),
      forget: (key) => asked(() => service.delete(key)),
    },
    {
      keys: () => [...local.keys()],
      read: (key) => local.get(key) ?? null,
      write: (key, text) => local.set(key, text),
      remove: (key) => local.delete(key),
    },
    (what, milliseconds) => timers.push({ what, in: milliseconds }),
    () => {},
  );
  if (loaded) await keeper.load();
  const settled = () => new Promise((done) => setImmediate(done));
  const tick = async () => {
    const due = timers.shift();
    due?.what();
    await settled();
    return due?.in ?? 0;
  };
  return { keeper, service, local, timers, world, tick, settled };
}

test('what is typed is at the service a second later, and the copy here is gone', async () => {
  const { keeper, service, local, tick } = await desk();
  keeper.write('case-1', 'Half');
  keeper.write('case-1', 'Half a note');
  assert.equal(local.get('case-1'), 'Half a note');
  assert.equal(keeper.keeping('case-1'), 'coming');
  assert.equal(await tick(), 1000);
  assert.equal(service.get('case-1'), 'Half a note');
  assert.equal(local.size, 0);
  assert.equal(keeper.keeping('case-1'), 'kept');
});

test('typing without a pause is sent all the same, once a second', async () => {
  const { keeper, service, timers, tick } = await desk();
  for (const text of ['a', 'ab', 'abc']) {
    keeper.write('case-1', text);
    assert.equal(timers.length, 1);
    await tick();
    assert.equal(service.get('case-1'), text);
  }
});

test('while the service is away the text is here, the desk says so, and tries ever again', async () => {
  const { keeper, service, local, world, tick } = await desk();
  world.up = false;
  keeper.write('case-1', 'Half');
  const pauses = [];
  for (let time = 0; time < 6; time++) pauses.push(await tick());
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 10_000, 10_000]);
  assert.equal(keeper.keeping('case-1'), 'failed');
  assert.equal(local.get('case-1'), 'Half');
  world.up = true;
  await tick();
  assert.equal(keeper.keeping('case-1'), 'kept');
  assert.equal(service.get('case-1'), 'Half');
  keeper.write('case-1', 'Half a');
  assert.equal(await tick(), 1000);
});

test('a saved note takes its draft away, also one that was on its way', async () => {
  const { keeper, service, local, tick, settled } = await desk();
  keeper.write('case-1', 'A note');
  const sending = tick();
  keeper.write('case-1', '');
  await sending;
  await settled();
  await tick();
  assert.equal(service.has('case-1'), false);
  assert.equal(local.size, 0);
  assert.equal(keeper.keeping('case-1'), 'none');
  assert.equal(keeper.text('case-1'), '');
});

test('another machine, and the copy of a crashed tab, are taken up', async () => {
  const { keeper, service, local, tick } = await desk({
    there: { 'case-1': 'From there', 'case-2': 'They say' },
    here: { 'case-2': 'They say that', 'new-case-3.title': 'Box' },
  });
  assert.equal(keeper.text('case-1'), 'From there');
  assert.equal(keeper.keeping('case-1'), 'kept');
  assert.equal(keeper.text('case-2'), 'They say that');
  assert.equal(keeper.text('new-case-3.title'), 'Box');
  await tick();
  assert.equal(service.get('case-2'), 'They say that');
  assert.equal(service.get('new-case-3.title'), 'Box');
  assert.equal(local.size, 0);
});

test('a copy that its own tab has brought home meanwhile is not sent over it', async () => {
  const { service, local, tick } = await desk({ here: { 'case-1': 'Half' } });
  service.set('case-1', 'Half a note');
  local.delete('case-1');
  await tick();
  assert.equal(service.get('case-1'), 'Half a note');
});

test('what was typed before the service told its drafts goes beside them, not over them', async () => {
  const { keeper, service, local, world, timers, tick } = await desk({
    there: { 'case-1': 'Yesterday.' },
    loaded: false,
  });
  world.up = false;
  await keeper.load();
  keeper.write('case-1', 'Today.');
  await tick();
  assert.equal(keeper.keeping('case-1'), 'failed');
  assert.equal(local.get('case-1'), 'Today.');
  world.up = true;
  while (timers.length > 0) await tick();
  assert.equal(keeper.text('case-1'), 'Yesterday.\n\nToday.');
  assert.equal(service.get('case-1'), 'Yesterday.\n\nToday.');
});

test('leaving sends at once, and tells whether the service has everything', async () => {
  const { keeper, service, world } = await desk();
  keeper.write('case-1', 'Half');
  world.up = false;
  assert.equal(await keeper.settle(), false);
  world.up = true;
  assert.equal(await keeper.settle(), true);
  assert.equal(service.get('case-1'), 'Half');
  const { asked } = world;
  assert.equal(await keeper.settle(), true);
  assert.equal(world.asked, asked);
});

test('two versions of a text are joined, or the longer is taken', () => {
  assert.equal(together('Half', 'Half a note'), 'Half a note');
  assert.equal(together('Half a note', 'Half'), 'Half a note');
  assert.equal(together('One.', 'Other.'), 'One.\n\nOther.');
  assert.equal(together('a'.repeat(7000), 'b'.repeat(7000)), 'b'.repeat(7000));
});

test('of a date or a choice made at two places, the one made here counts', async () => {
  const { keeper, service, timers, tick } = await desk({
    there: { 'case-1.promise.dueAt': '2026-11-26T17:00:00Z' },
    loaded: false,
  });
  keeper.write('case-1.promise.dueAt', '2026-11-27T17:00:00Z');
  await keeper.load();
  while (timers.length > 0) await tick();
  assert.equal(service.get('case-1.promise.dueAt'), '2026-11-27T17:00:00Z');
});

test('what is half-written is listed until it is saved', async () => {
  const { keeper } = await desk({ there: { 'case-1': 'Half' } });
  keeper.write('case-2.promise.what', 'A box');
  assert.deepEqual(keeper.written(), ['case-1', 'case-2.promise.what']);
  keeper.write('case-1', '');
  assert.deepEqual(keeper.written(), ['case-2.promise.what']);
});

test('a form is where its part is that is furthest behind', () => {
  assert.equal(worst(['none', 'kept', 'coming']), 'coming');
  assert.equal(worst(['kept', 'failed']), 'failed');
  assert.equal(worst(['none']), 'none');
});
