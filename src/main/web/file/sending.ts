import { useState } from 'preact/hooks';
import { Problem } from '../api';

export type Sending =
  | { kind: 'resting' }
  | { kind: 'sending' }
  | { kind: 'sent'; at: number }
  | { kind: 'failed'; problem: Problem };

/** One form's request: what became of it, and a way to start it that ignores a second press. */
export function useSending(): [Sending, (request: () => Promise<void>) => Promise<void>, () => void] {
  const [state, set] = useState<Sending>({ kind: 'resting' });
  const send = async (request: () => Promise<void>) => {
    if (state.kind === 'sending') return;
    set({ kind: 'sending' });
    try {
      await request();
      set({ kind: 'sent', at: Date.now() });
    } catch (failure) {
      set({ kind: 'failed', problem: failure instanceof Problem ? failure : new Problem('server') });
    }
  };
  return [state, send, () => set({ kind: 'resting' })];
}
