import type { ComponentChildren } from 'preact';
import { Field } from './field';

type Props = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  value: string;
  most: number;
  wrong?: string | null;
  changed: (value: string) => void;
};

/** A line of text. */
export function LineBox({ label, hint, value, most, wrong, changed }: Props) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(box) => (
        <input
          {...box}
          value={value}
          maxLength={most}
          onInput={(event) => changed(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
