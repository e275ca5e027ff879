import { useEffect, useRef, useState } from 'preact/hooks';
import { api, type Wanted } from '../api';
import { DraftState } from '../file/draft-state';
import { useFormDraft, useOpenForm } from '../file/form-draft';
import { useSending } from '../file/sending';
import { type CallOnDesk, callerOf } from '../state/desk-state';
import type { Colleague, Me, Team } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';

type HereProps = {
  call: CallOnDesk;
  me: Me;
  /** The agent asked for it, and did not close it since. */
  asked: boolean;
  done: () => void;
};

/** The form when it was asked for, or was begun before: on this call, whatever broke since. */
export function HandOverHere({ call, me, asked, done }: HereProps) {
  const forms = useOpenForm(me.id, `call-${call.pop.call}:`, ['hand-over']);
  if (!asked && !forms.open) return null;
  return (
    <HandOver
      call={call}
      me={me}
      unasked={!asked}
      done={() => {
        forms.close();
        done();
      }}
    />
  );
}

type Props = { call: CallOnDesk; me: Me; unasked: boolean; done: () => void };
const outsider = 'outside';

type People = { colleagues: Colleague[]; teams: Team[] } | 'loading' | 'failed';

/** Who is to join, what it is about, and whose the case is then. Opened by the agent, beside the file: nothing is covered. */
function HandOver({ call, me, unasked, done }: Props) {
  const [people, setPeople] = useState<People>('loading');
  // `line`: the summary for a colleague, or the number of somebody outside
  const draft = useFormDraft(me.id, `call-${call.pop.call}:hand-over`, ['who', 'line', 'moves']);
  const { who = '', line = '', moves = '' } = draft.values;
  const [missing, setMissing] = useState<'who' | 'line' | null>(null);
  const [sending, send] = useSending();
  const whoBox = useRef<HTMLSelectElement>(null);
  const lineBox = useRef<HTMLInputElement>(null);
  const w = words.handOver;
  const outside = who === outsider;
  const cases = callerOf(call)?.cases.filter((one) => one.status !== 'closed') ?? [];

  useEffect(() => {
    let gone = false;
    Promise.all([api.colleagues(), api.teams()]).then(
      ([all, teams]) => {
        if (gone) return;
        const colleagues = all
          .filter((one) => one.id !== me.id && !one.disabled && one.phone !== null)
          .sort((a, b) => Number(b.availability === 'ready') - Number(a.availability === 'ready'));
        setPeople({ colleagues, teams });
      },
      () => !gone && setPeople('failed'),
    );
    return () => {
      gone = true;
    };
  }, [me.id]);
  const loaded = typeof people === 'object';
  useEffect(() => {
    if (loaded && !unasked) whoBox.current?.focus();
  }, [loaded, unasked]);

  const ask = (staying: boolean) => {
    const wrong = who === '' ? 'who' : line.trim() === '' ? 'line' : null;
    setMissing(wrong);
    if (wrong) {
      (wrong === 'who' ? whoBox.current : lineBox.current)?.focus();
      return;
    }
    void send(async () => {
      const [kind, id] = who.split('-');
      const wanted: Wanted = outside
        ? { number: line.trim() }
        : { summary: line.trim(), [`${kind}Id`]: Number(id) };
      if (staying) await api.bringIn(call.pop.call, wanted);
      else await api.handOver(call.pop.call, moves ? { ...wanted, moveCaseId: Number(moves) } : wanted);
      draft.forget();
      done();
    });
  };
  const fault =
    missing === 'who'
      ? w.whoMissing
      : missing === 'line'
        ? outside
          ? w.numberMissing
          : w.summaryMissing
        : sending.kind === 'failed'
          ? sending.problem.fault === 'conflict'
            ? outside
              ? w.numberNotNow
              : w.notNow
            : fill(w.failed, { problem: words.problem[sending.problem.fault] })
          : '';

  return (
    <form
      class="card fields"
      aria-labelledby="hand-over-title"
      onSubmit={(event) => {
        event.preventDefault();
        ask(outside);
      }}
      onKeyDown={(event) => event.key === 'Escape' && done()}
    >
      <h2 id="hand-over-title">{w.title}</h2>
      {people === 'loading' && <p class="soft">{w.loading}</p>}
      {people === 'failed' && <p class="late">{w.noList}</p>}
      {typeof people === 'object' && (
        <label>
          <span>{w.who}</span>
          <select
            ref={whoBox}
            value={who}
            aria-invalid={missing === 'who'}
            aria-describedby="hand-over-fault"
            onChange={(event) => draft.set('who', event.currentTarget.value)}
          >
            <option value="">{w.choose}</option>
            <optgroup label={w.colleagues}>
              {people.colleagues.map((one) => (
                <option key={one.id} value={`agent-${one.id}`} disabled={one.availability !== 'ready'}>
                  {one.availability === 'ready' ? one.name : fill(w.notReady, { name: one.name })}
                </option>
              ))}
            </optgroup>
            <optgroup label={w.teams}>
              {people.teams.map((one) => (
                <option key={one.id} value={`team-${one.id}`}>
                  {one.name}
                </option>
              ))}
            </optgroup>
            <option value={outsider}>{w.outside}</option>
          </select>
        </label>
      )}
      <label>
        <span>{outside ? w.number : w.summary}</span>
        <input
          ref={lineBox}
          inputMode={outside ? 'tel' : 'text'}
          value={line}
          maxLength={outside ? 40 : 300}
          placeholder={outside ? '' : w.summaryHint}
          aria-invalid={missing === 'line'}
          aria-describedby="hand-over-fault"
          onInput={(event) => draft.set('line', event.currentTarget.value)}
        />
      </label>
      {cases.length > 0 && !outside && (
        <label>
          <span>{w.case}</span>
          <select value={moves} onChange={(event) => draft.set('moves', event.currentTarget.value)}>
            <option value="">{w.caseStays}</option>
            {cases.map((one) => (
              <option key={one.id} value={String(one.id)}>
                {fill(w.caseMoves, { case: one.title })}
              </option>
            ))}
          </select>
        </label>
      )}
      <p id="hand-over-fault" class="late" role="alert">
        {fault}
      </p>
      <div class="row">
        <button type="submit" class="go">
          {sending.kind === 'sending' ? w.asking : outside ? w.bringIn : w.go}
        </button>
        {!outside && (
          <button type="button" onClick={() => ask(true)}>
            {w.bringIn}
          </button>
        )}
        <button type="button" onClick={done}>
          {w.cancel}
        </button>
        <DraftState keeping={draft.keeping} />
      </div>
    </form>
  );
}
