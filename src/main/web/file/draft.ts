import { useEffect, useReducer, useRef } from 'preact/hooks';
import { api } from '../api';
import { type DraftKeeper, draftKeeper, type Keeping, type LocalCopies } from './draft-keeper';

const prefix = 'decroche.draft.';
const listeners = new Set<() => void>();
let current: { agentId: number; keeper: DraftKeeper } | null = null;

/** The drafts of who is at this desk; those of who was here before stay where they are. */
export function draftsOf(agentId: number): DraftKeeper {
  if (current?.agentId === agentId) return current.keeper;
  current?.keeper.close();
  const keeper = draftKeeper(
    { all: api.drafts, keep: api.keepDraft, forget: api.forgetDraft },
    copiesOf(agentId),
    (what, milliseconds) => window.setTimeout(what, milliseconds),
    () => {
      for (const listener of listeners) listener();
    },
  );
  current = { agentId, keeper };
  void keeper.load();
  return keeper;
}

/** The page goes away, perhaps for good: what was typed in its last second goes to the service now. */
export function sendDraftsWhenLeaving(agentId: number): () => void {
  const leaving = () => void draftsOf(agentId).settle();
  const hidden = () => document.visibilityState === 'hidden' && leaving();
  window.addEventListener('pagehide', leaving);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    window.removeEventListener('pagehide', leaving);
    document.removeEventListener('visibilitychange', hidden);
  };
}

/** Nobody is at this desk any more. */
export function closeDrafts(): void {
  current?.keeper.close();
  current = null;
}

/** The drafts of who is at this desk, looked at again when what one looks at has changed: other drafts redraw nothing. */
export function useDrafts(agentId: number, look: (drafts: DraftKeeper) => string): DraftKeeper {
  const drafts = draftsOf(agentId);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const shown = useRef({ look, seen: '' });
  shown.current = { look, seen: look(drafts) };
  useEffect(() => {
    const listener = () => {
      if (shown.current.look(drafts) !== shown.current.seen) redraw(undefined);
    };
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, [drafts]);
  return drafts;
}

/** Text being written, kept by the service until it is saved or cleared, and whether the service has it. */
export function useDraft(agentId: number, key: string): [string, (text: string) => void, Keeping] {
  const drafts = useDrafts(agentId, (kept) => `${kept.keeping(key)}\0${kept.text(key)}`);
  return [drafts.text(key), (next) => drafts.write(key, next), drafts.keeping(key)];
}

function copiesOf(agentId: number): LocalCopies {
  const own = `${prefix}${agentId}.`;
  // Storage may be full or refused: the text is still in the box, and on its way to the service.
  const attempt = <T>(what: () => T, otherwise: T): T => {
    try {
      return what();
    } catch {
      return otherwise;
    }
  };
  return {
    keys: () =>
      attempt(() => Object.keys(localStorage), [])
        .filter((key) => key.startsWith(own))
        .map((key) => key.slice(own.length)),
    read: (key) => attempt(() => localStorage.getItem(own + key), null),
    write: (key, text) => attempt(() => localStorage.setItem(own + key, text), undefined),
    remove: (key) => attempt(() => localStorage.removeItem(own + key), undefined),
  };
}
