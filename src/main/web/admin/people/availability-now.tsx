import { useState } from 'preact/hooks';
import { moment } from '../../words/time';
import { fill } from '../../words/fill';
import type { Availability } from '../../wire';
import { Outcome } from '../parts/outcome';
import { useSending } from '../../file/sending';
import { routingApi } from '../routing-api';
import type { Agent } from '../wire-routing';
import { words } from '../words';

const choices: Availability[] = ['ready', 'away', 'off'];

type Props = { person: Agent; changed: (person: Agent) => void };

/** Whether somebody takes calls now, said for them: their desk shows it at once. */
export function AvailabilityNow({ person, changed }: Props) {
  const [wanted, want] = useState<Availability>(person.availability);
  const [saving, save, rest] = useSending();
  const w = words.people;
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => changed(await routingApi.changeAvailability(person.id, wanted)));
  };
  return (
    <form class="card stack" onSubmit={submit} aria-labelledby="availability-title">
      <div>
        <h2 id="availability-title">{w.availabilityTitle}</h2>
        <p class="soft">
          {fill(w.since[person.availability], { at: moment(person.availabilitySince) })}
          {person.awayReason && `: ${person.awayReason}`}
        </p>
      </div>
      <fieldset class="plain">
        <legend class="unseen">{w.availabilityTitle}</legend>
        <div class="ticks">
          {choices.map((choice) => (
            <label class="tick" key={choice}>
              <input
                type="radio"
                name="availability"
                checked={wanted === choice}
                onChange={() => {
                  want(choice);
                  rest();
                }}
              />
              {w.availability[choice]}
            </label>
          ))}
        </div>
      </fieldset>
      <Outcome of={saving} />
      <div class="row">
        <button type="submit" aria-disabled={saving.kind === 'sending'}>
          {w.changeAvailability}
        </button>
        <span class="soft">{w.availabilityText}</span>
      </div>
    </form>
  );
}
