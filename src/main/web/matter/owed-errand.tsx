import { due } from '../debts/due';
import { chord, ChordKeys } from '../desk/chord';
import { useOpenForm } from '../file/form-draft';
import { HalfWritten } from '../file/half-written';
import type { Me } from '../wire';
import type { Errand } from '../wire-matter';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import { when } from '../words/time';
import { matterApi } from './api';
import { type Field, InlineForm, type Values } from './inline-form';

type Props = {
  errand: Errand;
  me: Me;
  call: string | null;
  /** The place of its first button among those of the case that are reached by two keys. */
  place: number;
  done: () => void;
};
type Way = 'chase' | 'done' | 'dropped';
const ways: Way[] = ['chase', 'done', 'dropped'];

/** How many buttons each has. */
export const errandActs = ways.length;

const formOf = (way: Way, errand: Errand) => `${way}-${errand.id}`;

/** What a third party still owes: asking after it again, and the two ways it can end. */
export function OwedErrand({ errand, me, call, place, done }: Props) {
  const forms = useOpenForm(
    me.id,
    `case-${errand.caseId}.`,
    ways.map((one) => formOf(one, errand)),
  );
  const way = ways.find((one) => formOf(one, errand) === forms.open) ?? null;
  const w = words.matter.owed;
  const late = due(errand.dueAt, Date.now());
  const fields: Field[] =
    way === 'chase'
      ? [
          { name: 'text', label: w.theySaid, kind: 'line', most: 300 },
          { name: 'dueAt', label: w.newDate, kind: 'when', optional: true },
        ]
      : [{ name: 'words', label: w.whatBecame, kind: 'line', most: 300 }];
  const send = ({ text, dueAt, words: became }: Values) =>
    way === 'chase'
      ? matterApi.chase(errand.id, {
          text,
          ...(dueAt ? { dueAt } : {}),
          ...(call ? { callId: call } : {}),
        })
      : matterApi.endErrand(errand.id, { state: way, words: became });
  return (
    <li>
      <p>
        <Say text={w.errand} slots={{ party: errand.party, what: errand.what }} />{' '}
        <b class={late.late ? 'late' : ''}>
          {late.late && <span aria-hidden="true">▲ </span>}
          {late.text}
        </b>
      </p>
      {(errand.contact || errand.chased > 0) && (
        <p class="soft facts">
          {errand.contact && <bdi>{errand.contact}</bdi>}
          {errand.lastChasedAt && (
            <span>
              <Say text={w.chased} slots={{ count: errand.chased, at: when(errand.lastChasedAt) }} />
            </span>
          )}
        </p>
      )}
      <div class="row">
        {ways.map((one, index) => (
          <button
            key={one}
            type="button"
            aria-expanded={way === one}
            aria-label={fill(w.errandLabel, {
              act: w.errandActs[one],
              party: errand.party,
              what: errand.what,
            })}
            {...chord(place + index)}
            onClick={() => forms.toggle(formOf(one, errand))}
          >
            {w.errandActs[one]} <ChordKeys place={place + index} />
            {forms.waits(formOf(one, errand)) && <HalfWritten />}
          </button>
        ))}
      </div>
      {way && (
        <InlineForm
          key={way}
          agentId={me.id}
          place={`case-${errand.caseId}.${formOf(way, errand)}`}
          unasked={forms.unasked}
          title={w.errandTitles[way]}
          go={w.save}
          fields={fields}
          send={send}
          done={() => {
            forms.close();
            done();
          }}
          cancel={forms.close}
        />
      )}
    </li>
  );
}
