import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What the box inside a field carries, so that the words around it are said with it. */
export type Box = { id: string; 'aria-describedby': string; 'aria-invalid': boolean };

type Props = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  wrong?: string | null | undefined;
  class?: string;
  children: (box: Box) => ComponentChildren;
};

/** A label, a box, what to know about it, and what is wrong with it, where it is wrong. */
export function Field({ label, hint, wrong, children, ...rest }: Props) {
  const id = useId();
  return (
    <div class={`field ${rest.class ?? ''}`}>
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint ${id}-wrong`, 'aria-invalid': Boolean(wrong) })}
      <p class="soft" id={`${id}-hint`}>
        {hint}
      </p>
      <p class="late" id={`${id}-wrong`} role="alert">
        {wrong}
      </p>
    </div>
  );
}
