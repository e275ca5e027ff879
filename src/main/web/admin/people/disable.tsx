import { useState } from 'preact/hooks';
import { ChoiceBox, named } from '../parts/choice-box';
import { LineBox } from '../parts/line-box';
import { Outcome } from '../parts/outcome';
import { useSending } from '../../file/sending';
import { wrongOf } from '../parts/wrong';
import { routingApi } from '../routing-api';
import type { Agent } from '../wire-routing';
import { words } from '../words';
import { typedOf, wantedOf } from './typed';

type Props = { person: Agent; people: Agent[]; changed: (person: Agent) => void };

/** Shuts somebody out at once, or lets them in again. Who owns cases hands them over in the same act. */
export function Disable({ person, people, changed }: Props) {
  const [to, setTo] = useState(0);
  const [summary, setSummary] = useState('');
  const [saving, save] = useSending();
  const w = words.access;
  const owes =
    saving.kind === 'failed' && saving.problem.field === 'disabled' && saving.problem.fault === 'conflict';
  const [asked, ask] = useState(false);
  const handing = owes || asked;
  const submit = (event: Event) => {
    event.preventDefault();
    if (owes) ask(true);
    void save(async () => {
      changed(
        await routingApi.changeAgent(person, {
          ...wantedOf(typedOf(person)),
          disabled: !person.disabled,
          ...(to > 0 ? { handOver: { toId: to, summary: summary.trim() } } : {}),
        }),
      );
      ask(false);
    });
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate aria-labelledby="disable-title">
      <h2 id="disable-title">{person.disabled ? w.enableTitle : w.disableTitle}</h2>
      <p class="soft">{person.disabled ? w.enableText : w.disableText}</p>
      {handing && !person.disabled && (
        <div class="pair">
          <ChoiceBox
            label={w.takesOver}
            hint={w.takesOverHint}
            value={to}
            choices={[
              { value: 0, text: w.choose },
              ...named(people.filter((one) => one.id !== person.id && !one.disabled)),
            ]}
            wrong={wrongOf(saving, 'handOver')}
            changed={setTo}
          />
          <LineBox label={w.summary} hint={w.summaryHint} value={summary} most={300} changed={setSummary} />
        </div>
      )}
      <Outcome of={saving.kind === 'sent' ? { kind: 'resting' } : saving} />
      <div class="row">
        <button
          type="submit"
          class={person.disabled ? '' : 'danger'}
          aria-disabled={saving.kind === 'sending'}
        >
          {person.disabled ? w.enable : w.disable}
        </button>
      </div>
    </form>
  );
}
