import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a list of rows in a form: the cursor follows into the row that was added, and goes to the key that adds when the row it was in
 * was removed. `box` holds the rows, each a `.row`, and the key that adds in one that `.adds`.
 */
export function useRows() {
  const box = useRef<HTMLFieldSetElement>(null);
  const act = useRef<'added' | 'removed' | null>(null);
  useLayoutEffect(() => {
    if (act.current === 'added')
      [...(box.current?.querySelectorAll('.row:not(.adds)') ?? [])]
        .at(-1)
        ?.querySelector<HTMLElement>('input, select')
        ?.focus();
    if (act.current === 'removed')
      (
        box.current?.querySelector<HTMLElement>('.adds button') ?? box.current?.querySelector('button')
      )?.focus();
    act.current = null;
  });
  return {
    box,
    added: () => {
      act.current = 'added';
    },
    removed: () => {
      act.current = 'removed';
    },
  };
}
