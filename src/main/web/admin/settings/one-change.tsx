import { Undo2 } from 'lucide';
import { Say } from '../../words/say';
import { moment } from '../../words/time';
import { adminApi } from '../api';
import { Icon } from '../parts/icon';
import { Outcome } from '../parts/outcome';
import { useSaving } from '../parts/saving';
import { shortDayName } from '../routing/day-names';
import type { Change } from '../wire-changes';
import { words } from '../words';
import { type Names, valueOf } from './value';

type Props = { change: Change; names: Names; changed: () => void };

/** One change: who, when, what; field by field before and after; and the way back. */
export function OneChange({ change, names, changed }: Props) {
  const [saving, save] = useSaving();
  const w = words.changes;
  const value = (field: string, of: unknown) =>
    valueOf(field, of, names, {
      none: w.nothing,
      yes: w.yes,
      no: w.no,
      always: words.routing.week.always,
      day: shortDayName,
    });
  const field = (name: string) => (words.field as Record<string, string>)[name] ?? name;
  const undo = () =>
    void save(async () => {
      await adminApi.undoChange(change.id);
      changed();
    });
  return (
    <article class="card stack change">
      <div class="row">
        <h2>
          <Say text={w.act[change.act]} slots={{ what: `${w.setting[change.setting]} “${change.name}”` }} />
        </h2>
        <p class="soft right">
          <bdi>{change.by.name}</bdi>, <time dateTime={change.at}>{moment(change.at)}</time>
        </p>
      </div>
      {change.act === 'changed' && (
        <dl class="before-after">
          {change.fields.map((name) => (
            <div key={name}>
              <dt>{field(name)}</dt>
              <dd>
                <del>
                  <bdi>{value(name, change.before?.[name])}</bdi>
                </del>{' '}
                <span aria-hidden="true">→</span>{' '}
                <ins>
                  <bdi>{value(name, change.after?.[name])}</bdi>
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Outcome of={saving.kind === 'sent' ? { kind: 'resting' } : saving} />
      <div class="row">
        {change.undone ? (
          <span class="soft">{w.undone}</span>
        ) : (
          change.act !== 'secret-renewed' && (
            <button type="button" aria-disabled={saving.kind === 'sending'} onClick={undo}>
              <Icon of={Undo2} /> {w.undo}
            </button>
          )
        )}
        {change.undoes !== null && <span class="soft">{w.undoes}</span>}
      </div>
    </article>
  );
}
