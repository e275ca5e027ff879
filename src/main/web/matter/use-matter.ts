import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CasePromise, Errand, TimelineEntry, WholeCase, Writer } from '../wire-matter';
import type { Message } from '../wire-message';
import { linesAtOnce, matterApi } from './api';

export type Matter = {
  whole: WholeCase;
  lines: TimelineEntry[];
  promises: CasePromise[];
  errands: Errand[];
  messages: Message[];
  /** There are older lines than those that were fetched. */
  more: boolean;
};

const often = 10_000; // milliseconds between two looks at who else is writing

/** All that stands on one case, while it is shown, and a way to fetch it anew. `told` changes when something was added. */
export function useMatter(caseId: number, shown: boolean, told: unknown) {
  const [matter, set] = useState<Matter | 'failed' | null>(null);
  const [asked, ask] = useState(0);
  useEffect(() => {
    if (!shown) return;
    let current = true;
    Promise.all([
      matterApi.read(caseId),
      matterApi.timeline(caseId),
      matterApi.promises(caseId),
      matterApi.errands(caseId),
      matterApi.messages(caseId),
    ]).then(
      ([whole, lines, promises, errands, messages]) =>
        current && set({ whole, lines, promises, errands, messages, more: lines.length === linesAtOnce }),
      // what was there before is better than nothing
      () => current && set((before) => before ?? 'failed'),
    );
    return () => {
      current = false;
    };
  }, [caseId, shown, told, asked]);
  const again = useCallback(() => ask((before) => before + 1), []);
  const older = async () => {
    if (matter === null || matter === 'failed') return;
    const lines = await matterApi.timeline(caseId, matter.lines.at(-1)?.id);
    set({ ...matter, lines: [...matter.lines, ...lines], more: lines.length === linesAtOnce });
  };
  return { matter, again, older };
}

/** Who else has something half-written on a case, looked at now and then. */
export function useWriters(caseId: number, shown: boolean): Writer[] {
  const [writers, set] = useState<Writer[]>([]);
  useEffect(() => {
    if (!shown) return;
    let current = true;
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      matterApi.writers(caseId).then(
        (list) => current && set(list),
        () => {}, // asked again in a moment
      );
    };
    look();
    const timer = setInterval(look, often);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [caseId, shown]);
  return writers;
}
