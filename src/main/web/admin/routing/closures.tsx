import { Plus, X } from 'lucide';
import { fill } from '../../words/fill';
import { Icon } from '../parts/icon';
import type { Sending } from '../../file/sending';
import { useRows } from '../parts/rows';
import { wrongOf } from '../parts/wrong';
import { words } from '../words';
import type { Typed } from './routing-typed';

type Props = { typed: Typed; saving: Sending; change: (some: Partial<Typed>) => void };

/** Days on which nobody is there, and stretches of time between two moments. */
export function Closures({ typed, saving, change }: Props) {
  const w = words.routing;
  const { closedDays, closures } = typed;
  const days = useRows();
  const stretches = useRows();
  const day = (index: number, value: string) =>
    change({ closedDays: closedDays.map((one, i) => (i === index ? value : one)) });
  const closure = (index: number, some: Partial<Typed['closures'][number]>) =>
    change({ closures: closures.map((one, i) => (i === index ? { ...one, ...some } : one)) });
  return (
    <div class="pair">
      <fieldset class="plain stack" ref={days.box}>
        <legend>{w.closedDays}</legend>
        {closedDays.map((value, index) => (
          <div class="row" key={index}>
            <input
              type="date"
              aria-label={w.closedDay}
              value={value}
              onInput={(event) => day(index, event.currentTarget.value)}
            />
            <Remove
              what={value}
              act={() => {
                days.removed();
                change({ closedDays: closedDays.filter((_, i) => i !== index) });
              }}
            />
          </div>
        ))}
        <p class="late" role="alert">
          {wrongOf(saving, 'closedDays')}
        </p>
        <div class="row adds">
          <button
            type="button"
            onClick={() => {
              days.added();
              change({ closedDays: [...closedDays, ''] });
            }}
          >
            <Icon of={Plus} /> {w.addDay}
          </button>
        </div>
      </fieldset>
      <fieldset class="plain stack" ref={stretches.box}>
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
            <Remove
              what={from.replace('T', ' ')}
              act={() => {
                stretches.removed();
                change({ closures: closures.filter((_, i) => i !== index) });
              }}
            />
          </div>
        ))}
        <p class="late" role="alert">
          {wrongOf(saving, 'closures')}
        </p>
        <div class="row adds">
          <button
            type="button"
            onClick={() => {
              stretches.added();
              change({ closures: [...closures, { from: '', until: '' }] });
            }}
          >
            <Icon of={Plus} /> {w.addClosure}
          </button>
        </div>
      </fieldset>
    </div>
  );
}

function Remove({ what, act }: { what: string; act: () => void }) {
  return (
    <button type="button" onClick={act}>
      <Icon of={X} />
      <span class="unseen">{what ? fill(words.removeNamed, { name: what }) : words.remove}</span>
    </button>
  );
}
