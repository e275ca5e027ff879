import { Plus, X } from 'lucide';
import { Icon } from '../parts/icon';
import type { Sending } from '../../file/sending';
import { wrongOf } from '../parts/wrong';
import { words } from '../words';
import type { Typed } from './routing-typed';

type Props = { typed: Typed; saving: Sending; change: (some: Partial<Typed>) => void };

/** Days on which nobody is there, and stretches of time between two moments. */
export function Closures({ typed, saving, change }: Props) {
  const w = words.routing;
  const { closedDays, closures } = typed;
  const day = (index: number, value: string) =>
    change({ closedDays: closedDays.map((one, i) => (i === index ? value : one)) });
  const closure = (index: number, some: Partial<Typed['closures'][number]>) =>
    change({ closures: closures.map((one, i) => (i === index ? { ...one, ...some } : one)) });
  return (
    <div class="pair">
      <fieldset class="plain stack">
        <legend>{w.closedDays}</legend>
        {closedDays.map((value, index) => (
          <div class="row" key={index}>
            <input
              type="date"
              aria-label={w.closedDay}
              value={value}
              onInput={(event) => day(index, event.currentTarget.value)}
            />
            <Remove act={() => change({ closedDays: closedDays.filter((_, i) => i !== index) })} />
          </div>
        ))}
        <p class="late" role="alert">
          {wrongOf(saving, 'closedDays')}
        </p>
        <div class="row">
          <button type="button" onClick={() => change({ closedDays: [...closedDays, ''] })}>
            <Icon of={Plus} /> {w.addDay}
          </button>
        </div>
      </fieldset>
      <fieldset class="plain stack">
        <legend>{w.closures}</legend>
        {closures.map(({ from, until }, index) => (
          <div class="row" key={index}>
            <input
              type="datetime-local"
              aria-label={w.closureFrom}
              value={from}
              onInput={(event) => closure(index, { from: event.currentTarget.value })}
            />
            <input
              type="datetime-local"
              aria-label={w.closureUntil}
              value={until}
              onInput={(event) => closure(index, { until: event.currentTarget.value })}
            />
            <Remove act={() => change({ closures: closures.filter((_, i) => i !== index) })} />
          </div>
        ))}
        <p class="late" role="alert">
          {wrongOf(saving, 'closures')}
        </p>
        <div class="row">
          <button type="button" onClick={() => change({ closures: [...closures, { from: '', until: '' }] })}>
            <Icon of={Plus} /> {w.addClosure}
          </button>
        </div>
      </fieldset>
    </div>
  );
}

function Remove({ act }: { act: () => void }) {
  return (
    <button type="button" onClick={act}>
      <Icon of={X} />
      <span class="unseen">{words.remove}</span>
    </button>
  );
}
