import type { ComponentChildren } from 'preact';
import { Field } from './field';

type Props = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  value: string;
  wrong?: string | null;
  changed: (value: string) => void;
};

/** A phone number, in any shape: the service reads it. */
export function PhoneBox({ label, hint, value, wrong, changed }: Props) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(box) => (
        <input
          {...box}
          class="num"
          type="tel"
          autocomplete="off"
          maxLength={40}
          value={value}
          onInput={(event) => changed(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
