import { useState } from 'preact/hooks';

type Own<T, S> = { typed: T; seen: S };

const kept = new Map<string, unknown>();

/**
 * What is being edited, kept while one looks at another section; forgotten when it was saved, taken back, or the page is left. `seen`
 * stays what stood there at the first touch: sent along, it keeps a colleague's change from being overwritten unseen. A form that
 * nobody touched shows what stands now.
 */
export function useKept<T, S>(key: string, stands: S, begin: (stands: S) => T) {
  const [own, setOwn] = useState(() => kept.get(key) as Own<T, S> | undefined);
  const seen = own ? own.seen : stands;
  const keep = (next: Own<T, S> | undefined) => {
    if (next) kept.set(key, next);
    else kept.delete(key);
    setOwn(next);
  };
  return {
    typed: own ? own.typed : begin(stands),
    seen,
    set: (typed: T) =>
      keep(JSON.stringify(typed) === JSON.stringify(begin(seen)) ? undefined : { typed, seen }),
    forget: () => keep(undefined),
  };
}

/** Whoever signs in next begins with nothing of what was typed here. */
export const forgetAllKept = (): void => kept.clear();
