import type { ComponentChildren } from 'preact';
import { Field } from './field';

type Choice<Value> = { value: Value; text: string };
type Props<Value> = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  value: Value;
  choices: Choice<Value>[];
  wrong?: string | null;
  changed: (value: Value) => void;
};

/** People, teams or front doors to choose from. */
export const named = (all: { id: number; name: string }[]): Choice<number>[] =>
  all.map((one) => ({ value: one.id, text: one.name }));

/** One of a few. */
export function ChoiceBox<Value extends string | number>(props: Props<Value>) {
  const { label, hint, value, choices, wrong, changed } = props;
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(box) => (
        <select
          {...box}
          value={value}
          onChange={(event) => {
            const chosen = choices[event.currentTarget.selectedIndex];
            if (chosen) changed(chosen.value);
          }}
        >
          {choices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
