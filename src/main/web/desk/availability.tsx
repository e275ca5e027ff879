import { useState } from 'preact/hooks';
import { api, type Fault, faultOf } from '../api';
import type { Availability } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';

const choices: Availability[] = ['ready', 'away', 'off'];

type Props = {
  availability: Availability;
  reason: string | null;
  changed: (availability: Availability, reason: string | null) => void;
};

/** What the agent chooses: ready, away (with a reason or without), off. */
export function AvailabilitySwitch({ availability, reason, changed }: Props) {
  const [asked, ask] = useState<Availability | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const shown = asked ?? availability;

  const change = async (wanted: Availability, why: string | null) => {
    ask(wanted);
    setFault(null);
    try {
      await api.setAvailability(wanted, why);
      changed(wanted, why);
    } catch (failure) {
      setFault(faultOf(failure));
    }
    ask(null);
  };

  return (
    <div class="availability">
      <div class="switch" role="radiogroup" aria-label={words.availability.label}>
        {choices.map((choice) => (
          <label key={choice} class={choice}>
            <input
              type="radio"
              name="availability"
              value={choice}
              checked={shown === choice}
              onChange={() => change(choice, null)}
            />
            <i class="dot" aria-hidden="true" />
            {words.availability[choice]}
          </label>
        ))}
      </div>
      {availability === 'away' && shown === 'away' && (
        <Reason reason={reason} change={(why) => change('away', why)} />
      )}
      {fault && (
        <p class="late" role="alert">
          {fill(words.availability.failed, { problem: words.problem[fault] })}
        </p>
      )}
    </div>
  );
}

function Reason({ reason, change }: { reason: string | null; change: (reason: string | null) => void }) {
  // What is being typed; null when nobody types. An effect that copied the known reason into it would run after
  // the paint, when a quick typist's first letter is already in the field, and wipe it.
  const [draft, setDraft] = useState<string | null>(null);
  const [seen, setSeen] = useState(reason);
  if (reason !== seen) {
    setSeen(reason);
    if (draft?.trim() === (reason ?? '')) setDraft(null);
  }
  const save = () => {
    const typed = draft?.trim();
    if (typed !== undefined && typed !== (reason ?? '')) change(typed || null);
  };
  return (
    <form
      class="reason"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <input
        aria-label={words.availability.reason}
        placeholder={words.availability.reasonHint}
        maxLength={200}
        value={draft ?? reason ?? ''}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
      />
    </form>
  );
}
