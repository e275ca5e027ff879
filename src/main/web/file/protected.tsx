import { useState } from 'preact/hooks';
import { type Fault, faultOf } from '../api';
import type { CallOnDesk } from '../state/desk-state';
import type { Me, Person } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';
import type { FileActions } from './actions';
import { useDraft } from './draft';
import { useSending } from './sending';

type Props = { person: Person; me: Me; call: CallOnDesk | null; actions: FileActions };

/** Only the minimum is shown: what opens the rest is being sure who is on the line, or a reason of one's own. */
export function Protected({ person, me, call, actions }: Props) {
  return (
    <div class="card protected">
      <p>
        <span aria-hidden="true">◐ </span>
        {call ? words.access.untilIdentified : words.access.closed}
      </p>
      {call && call.phase !== 'ringing' && <Tick person={person} call={call.pop.call} actions={actions} />}
      {!call && <Because person={person} me={me} actions={actions} />}
    </div>
  );
}

function Tick({ person, call, actions }: { person: Person; call: string; actions: FileActions }) {
  const [fault, setFault] = useState<Fault | null>(null);
  const tick = () => actions.identify(call, person).catch((failure) => setFault(faultOf(failure)));
  return (
    <p class="row">
      <button type="button" class="go" aria-keyshortcuts="I" onClick={tick}>
        {words.access.identified} <kbd>I</kbd>
      </button>
      {fault && (
        <span class="late" role="alert">
          {fault === 'gone'
            ? words.access.over
            : fill(words.caller.failed, { problem: words.problem[fault] })}
        </span>
      )}
    </p>
  );
}

function Because({ person, me, actions }: Omit<Props, 'call'>) {
  const [reason, setReason] = useDraft(me.id, `customer-${person.id}.open.reason`);
  const [state, send] = useSending();
  const open = (event: Event) => {
    event.preventDefault();
    if (reason.trim())
      void send(async () => {
        await actions.openBecause(person.id, reason.trim());
        setReason('');
      });
  };
  return (
    <form class="fields" onSubmit={open}>
      <label>
        {words.access.reason}
        <input
          required
          maxLength={300}
          autocomplete="off"
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <p class="row">
        <button type="submit">{words.access.open}</button>
        <span class="late" role="alert">
          {state.kind === 'failed' &&
            fill(words.access.failed, { problem: words.problem[state.problem.fault] })}
        </span>
      </p>
    </form>
  );
}
