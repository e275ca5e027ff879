import { useState } from 'preact/hooks';

const kept = new Map<string, unknown>();

/** What is being edited, kept while one looks at another section; forgotten when it was saved, or the page is left. */
export function useKept<T>(key: string, begin: () => T): [T, (value: T) => void, () => void] {
  const [value, set] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : begin()));
  return [
    value,
    (next) => {
      kept.set(key, next);
      set(next);
    },
    () => void kept.delete(key),
  ];
}
