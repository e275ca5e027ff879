import { useCallback, useEffect, useState } from 'preact/hooks';
import { api, faultOf } from '../api';
import type { BoardState } from '../wire-debts';

const every = 5000; // milliseconds between two looks
const stale = 15_000; // a board that was not seen to be right for so long says so

export type Seen =
  | { kind: 'asking' }
  | { kind: 'out' }
  | { kind: 'here'; board: BoardState; seenAt: number; stale: boolean; offset: number }
  | { kind: 'unavailable' };

/** The board, looked at again and again; what cannot be looked at is shown as it was, and said to be old. */
export function useBoard(): [Seen, () => void] {
  const [seen, set] = useState<Seen>({ kind: 'asking' });
  const look = useCallback(async () => {
    try {
      const board = await api.board();
      const seenAt = Date.now();
      const offset = Date.parse(board.now) - seenAt || 0;
      set({ kind: 'here', board, seenAt, stale: false, offset });
    } catch (failure) {
      const out = faultOf(failure) === 'signedOut';
      set((before) => {
        if (out) return { kind: 'out' };
        if (before.kind !== 'here') return { kind: 'unavailable' };
        return { ...before, stale: Date.now() - before.seenAt > stale };
      });
    }
  }, []);
  useEffect(() => {
    void look();
    if (seen.kind === 'out') return;
    const timer = setInterval(look, every);
    return () => clearInterval(timer);
  }, [seen.kind === 'out', look]);
  return [seen, look];
}
