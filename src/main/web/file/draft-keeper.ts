import { isText } from './draft-keys';

/** Where drafts are kept for good. Every failure is thrown. */
export type DraftService = {
  all: () => Promise<{ key: string; text: string }[]>;
  keep: (key: string, text: string) => Promise<unknown>;
  forget: (key: string) => Promise<unknown>;
};

/** Where a draft is while the service does not have it; it outlives the tab. */
export type LocalCopies = {
  keys: () => string[];
  read: (key: string) => string | null;
  write: (key: string, text: string) => void;
  remove: (key: string) => void;
};

export type Later = (what: () => void, milliseconds: number) => void;

/** `none`: nothing is written. `coming`: the service will have it in a moment. `failed`: not yet, and tried again. */
export type Keeping = 'none' | 'coming' | 'kept' | 'failed';

export type DraftKeeper = ReturnType<typeof draftKeeper>;

type Entry = {
  text: string;
  /** What the service has, as far as this desk knows. */
  kept: string;
  sending: Promise<void> | null;
  failed: boolean;
  /** Found in a local copy of some tab that may still be typing: its word counts, not ours. */
  found: boolean;
};

const pause = 1000; // milliseconds from a key to the service, and between two sendings while typing goes on
const longestPause = 10_000;
const retryLoading = 2000;
const longest = 8000; // signs the service takes

/** One agent's half-written texts: each is sent a second after a key, and sent again until the service has it. */
export function draftKeeper(service: DraftService, local: LocalCopies, later: Later, changed: () => void) {
  const entries = new Map<string, Entry>();
  let timed = false;
  let failures = 0;
  let closed = false;
  // Until the service has told what it keeps, nothing is sent: it would be written over.
  let loaded = false;
  let loading: Promise<void> | null = null;

  const entry = (key: string): Entry => {
    const known = entries.get(key);
    if (known) return known;
    const fresh = { text: '', kept: '', sending: null, failed: false, found: false };
    entries.set(key, fresh);
    return fresh;
  };
  const isDue = (one: Entry) => one.text !== one.kept;

  const plan = () => {
    if (timed || closed || !loaded || ![...entries.values()].some((one) => isDue(one) && !one.sending))
      return;
    timed = true;
    later(
      () => {
        timed = false;
        void sendAll();
      },
      Math.min(longestPause, pause * 2 ** failures),
    );
  };

  const put = async (key: string, one: Entry) => {
    const { text } = one;
    try {
      await (text ? service.keep(key, text) : service.forget(key));
      one.kept = text;
      one.failed = false;
      failures = 0;
      if (!isDue(one)) local.remove(key);
    } catch {
      one.failed = true;
      failures = Math.min(failures + 1, 10);
    }
    one.sending = null;
  };

  /** Ends when what is on its way has arrived or failed; two of one text would overtake each other. */
  const send = (key: string, one: Entry): Promise<void> | null => {
    if (one.sending || !isDue(one)) return one.sending;
    if (one.found && local.read(key) === null) {
      // The tab that typed it has brought it home.
      one.kept = one.text;
      return null;
    }
    one.sending = put(key, one);
    return one.sending;
  };

  const sendAll = async () => {
    if (closed || !loaded) return;
    await Promise.all([...entries].map(([key, one]) => send(key, one)));
    changed();
    plan();
  };

  const takeCopies = () => {
    for (const key of local.keys()) {
      const copy = local.read(key);
      const one = entry(key);
      if (copy !== null && !isDue(one)) Object.assign(one, { text: copy, found: true });
    }
  };

  const fetchAll = async () => {
    takeCopies();
    changed();
    try {
      for (const { key, text } of await service.all()) {
        const one = entry(key);
        one.text = isDue(one) ? together(text, one.text, isText(key)) : text;
        one.kept = text;
      }
      loaded = true;
      failures = 0;
    } catch {
      for (const one of entries.values()) one.failed = isDue(one);
      if (!closed) later(() => void load(), retryLoading);
    }
    changed();
    plan();
  };
  const load = (): Promise<void> => {
    if (loaded) return Promise.resolve();
    loading ??= fetchAll().finally(() => {
      loading = null;
    });
    return loading;
  };

  return {
    text: (key: string) => entries.get(key)?.text ?? '',

    /** The keys of all that is half-written. */
    written: () => [...entries].filter(([, one]) => one.text !== '').map(([key]) => key),

    write(key: string, text: string) {
      const one = entry(key);
      one.text = text;
      one.found = false;
      if (text && (isDue(one) || one.sending)) local.write(key, text);
      else local.remove(key);
      changed();
      plan();
    },

    keeping(key: string): Keeping {
      const one = entries.get(key);
      if (!one) return 'none';
      if (one.failed && isDue(one)) return 'failed';
      if (!one.text) return 'none';
      return isDue(one) ? 'coming' : 'kept';
    },

    /** Takes up what was left here and at the service, beside what was typed meanwhile. Tries until it is told. */
    load,

    /** Sends at once what the service does not have; true when it has everything then. */
    async settle(): Promise<boolean> {
      if (!loaded) await load();
      await sendAll();
      // What was typed on while an earlier version was on its way.
      if ([...entries.values()].some(isDue)) await sendAll();
      return loaded && ![...entries.values()].some(isDue);
    },

    close() {
      closed = true;
    },
  };
}

/** Where the parts of one form are, as the part says that is furthest behind. */
export function worst(parts: Keeping[]): Keeping {
  const from: Keeping[] = ['failed', 'coming', 'kept'];
  return from.find((one) => parts.includes(one)) ?? 'none';
}

/** Two versions of one text, of which nobody can say any more which is the later: nothing of either is lost. Of a choice, the one here counts. */
export function together(there: string, here: string, text = true): string {
  if (!text) return here;
  if (here.includes(there)) return here;
  if (there.includes(here)) return there;
  const both = `${there}\n\n${here}`;
  return both.length <= longest ? both : here;
}
