import { useEffect, useReducer } from 'preact/hooks';

const listeners = new Set<() => void>();

/** This desk has changed something of a case: lists that may show it are to ask anew. */
export function tellChanged(): void {
  for (const listener of listeners) listener();
}

/** How often this desk has changed something of a case since this was first shown. */
export function useChanged(): number {
  const [count, more] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    const listener = () => more(undefined);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return count;
}
