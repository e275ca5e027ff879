import { Undo2 } from 'lucide';
import { moment } from '../../words/time';
import { adminApi } from '../api';
import { Icon } from '../parts/icon';
import { Outcome } from '../parts/outcome';
import { useSending } from '../../file/sending';
import type { Change } from '../wire-changes';
import { words } from '../words';
import { BeforeAfter, Title } from './before-after';
import type { Names } from './value';

/** A secret is kept nowhere, and whether somebody is ready is theirs to say by now. */
const mayBeTakenBack = (change: Change) =>
  change.setting !== 'availability' && ['added', 'changed', 'removed'].includes(change.act);

type Props = { change: Change; names: Names; changed: () => void };

/** One change: who, when, what; field by field before and after; and the way back. */
export function OneChange({ change, names, changed }: Props) {
  const [saving, save] = useSending();
  const w = words.changes;
  const undo = () =>
    void save(async () => {
      await adminApi.undoChange(change.id);
      changed();
    });
  return (
    <article class="card stack change">
      <div class="row">
        <Title of={change} />
        <p class="soft right">
          <bdi>{change.by.name}</bdi>, <time dateTime={change.at}>{moment(change.at)}</time>
        </p>
      </div>
      <BeforeAfter of={change} names={names} />
      <Outcome of={saving.kind === 'sent' ? { kind: 'resting' } : saving} />
      <div class="row">
        {change.undone ? (
          <span class="soft">{w.undone}</span>
        ) : (
          mayBeTakenBack(change) && (
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
