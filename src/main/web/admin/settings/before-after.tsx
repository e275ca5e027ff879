import { fill } from '../../words/fill';
import { Say } from '../../words/say';
import { shortDayName } from '../routing/day-names';
import { often } from '../routing/often';
import type { Difference } from '../wire-changes';
import { words } from '../words';
import { type Names, valueOf } from './value';

/** What a change is about, in one line. */
export function Title({ of }: { of: Difference }) {
  const w = words.changes;
  return (
    <h2>
      <Say
        text={w.act[of.act]}
        slots={{ what: fill(w.named, { kind: w.setting[of.setting], name: of.name }) }}
      />
    </h2>
  );
}

/** Field by field, what stood before and what stands after. */
export function BeforeAfter({ of, names }: { of: Difference; names: Names }) {
  const w = words.changes;
  const value = (field: string, it: unknown) =>
    valueOf(field, it, names, {
      availability: words.people.availability,
      none: w.nothing,
      yes: w.yes,
      no: w.no,
      always: words.routing.week.always,
      day: shortDayName,
      often,
    });
  if (of.act !== 'changed') return null;
  return (
    <dl class="before-after">
      {of.fields.map((name) => (
        <div key={name}>
          <dt>{(words.field as Record<string, string>)[name] ?? name}</dt>
          <dd>
            <del>
              <bdi>{value(name, of.before?.[name])}</bdi>
            </del>{' '}
            <span aria-hidden="true">→</span>{' '}
            <ins>
              <bdi>{value(name, of.after?.[name])}</bdi>
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
