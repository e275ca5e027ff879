import type { ComponentChildren } from 'preact';
import { Field } from './field';

type Props = {
  label: string;
  hint?: ComponentChildren;
  unit: string;
  value: string;
  wrong?: string | null;
  changed: (value: string) => void;
};

/** A whole number with its unit behind it. */
export function NumberBox({ label, hint, unit, value, wrong, changed }: Props) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(box) => (
        <span class="with-unit">
          <input
            {...box}
            class="num"
            inputMode="numeric"
            maxLength={6}
            value={value}
            onInput={(event) => changed(event.currentTarget.value.trim())}
          />
          <span class="soft">{unit}</span>
        </span>
      )}
    </Field>
  );
}
