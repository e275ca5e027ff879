import { useEffect, useState } from 'preact/hooks';
import { api } from '../api';
import type { Debt } from '../wire-debts';

export type Debts = { list: Debt[] | null; failed: boolean };

/** Whom this agent is to call back: asked for anew each time the service says that it has changed. */
export function useDebts(told: number): [Debts, () => void] {
  const [debts, set] = useState<Debts>({ list: null, failed: false });
  const [asked, ask] = useState(0);
  useEffect(() => {
    if (told === 0) return; // the desk is not connected yet
    let current = true;
    api.debts().then(
      (list) => current && set({ list, failed: false }),
      () => current && set((before) => ({ ...before, failed: true })),
    );
    return () => {
      current = false;
    };
  }, [told, asked]);
  return [debts, () => ask((before) => before + 1)];
}
