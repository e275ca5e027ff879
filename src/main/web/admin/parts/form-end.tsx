import { words } from '../words';
import { Outcome } from './outcome';
import type { Sending } from '../../file/sending';

type Props = {
  saving: Sending;
  /** Whether anything typed is not saved. */
  edited: boolean;
  label?: string;
  note?: string;
  /** Takes what stands at the service in place of what was typed. */
  restore: () => void;
};

/** The end of a form of settings: what became of it, saving, and taking back what was typed. */
export function FormEnd({ saving, edited, label = words.apply, note, restore }: Props) {
  const overtaken = saving.kind === 'failed' && saving.problem.field === 'version';
  return (
    <>
      <Outcome of={saving} />
      <div class="row">
        <button type="submit" class="go" aria-disabled={saving.kind === 'sending'}>
          {label}
        </button>
        {(edited || overtaken) && (
          <button type="button" onClick={restore}>
            {overtaken ? words.takeTheirs : words.undo}
          </button>
        )}
        <span class="soft">{edited ? words.edited : note}</span>
      </div>
    </>
  );
}
