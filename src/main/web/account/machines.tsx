import { useState } from 'preact/hooks';
import { type Fault, faultOf } from '../api';
import { words as shared } from '../words';
import { fill } from '../words/fill';
import { when } from '../words/time';
import { account, type Account, type Machine } from './api';
import { words } from './words';

/** Every machine that could act as oneself, this one among them. */
export function Machines({ own, changed }: { own: Account; changed: () => Promise<void> }) {
  const [ended, setEnded] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const w = words.machines;
  const name = (machine: Machine) => machine.device ?? w.unknown;

  const end = async (machine: Machine) => {
    setFault(null);
    try {
      await account.end(machine.id);
      setEnded(true);
      await changed();
    } catch (failure) {
      setFault(faultOf(failure));
    }
  };

  return (
    <section class="card" aria-labelledby="machines-title">
      <h2 id="machines-title">{w.title}</h2>
      <ul class="machines">
        {own.sessions.map((machine) => (
          <li key={machine.id} class="row">
            <div>
              <strong>
                {name(machine)}
                {machine.current && ` (${w.here})`}
              </strong>
              <p class="soft">
                {fill(w.since, { since: when(machine.since), seen: when(machine.lastSeen) })}
              </p>
            </div>
            {!machine.current && (
              <button type="button" class="right" onClick={() => void end(machine)}>
                {fill(w.end, { device: name(machine) })}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{ended && w.ended}</p>
      {fault && (
        <p class="late" role="alert">
          {shared.problem[fault]}
        </p>
      )}
    </section>
  );
}
