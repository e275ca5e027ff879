import { useState } from 'preact/hooks';
import { api, Problem } from '../api';
import { Clock } from '../desk/clock';
import { numberLabel } from '../desk/call-words';
import type { DeskState } from '../state/desk-state';
import { toJudge } from '../state/out';
import type { CallOut, Judgement } from '../wire-out';
import { words } from '../words';
import { fill } from '../words/fill';

const judgements: Judgement[] = ['reached', 'machine', 'wrong-person'];

/** Whom this agent calls, and how far that is. */
export function Callee({ call }: { call: CallOut }) {
  const number = numberLabel(call.number);
  const w = words.out;
  return (
    <div class="who">
      <h1>{call.name ? <bdi>{call.name}</bdi> : <bdi class="num">{number}</bdi>}</h1>
      <p class="soft facts">
        <span>{w.label}</span>
        {call.name && <bdi class="num">{number}</bdi>}
      </p>
      <p class="why">{call.state !== 'ended' ? w.text[call.state] : toJudge(call) ? w.who : ''}</p>
    </div>
  );
}

type ActProps = {
  call: CallOut;
  desk: DeskState;
  judged: (judgement: Judgement | null) => void;
  finish: () => void;
};

/** What can be done with a call out: hang it up; say who answered; put it away. */
export function OutAct({ call, desk, judged, finish }: ActProps) {
  const [failed, setFailed] = useState('');
  const w = words.out;
  const live = desk.link.kind === 'live';
  const ask = async (request: () => Promise<unknown>, sentence: string, gone: () => void) => {
    setFailed('');
    try {
      await request();
      gone();
    } catch (failure) {
      const fault = failure instanceof Problem ? failure.fault : 'server';
      // There is nothing left to be done with it: the wish is met, or cannot be.
      if (fault === 'gone') gone();
      else setFailed(fill(sentence, { problem: words.problem[fault] }));
    }
  };
  return (
    <>
      <State call={call} desk={desk} />
      {failed && (
        <span class="late" role="alert">
          {failed}
        </span>
      )}
      {live && call.state !== 'ended' && (
        <button
          type="button"
          aria-keyshortcuts="X"
          onClick={() =>
            void ask(
              () => api.dropCallOut(call.call),
              w.cancelFailed,
              () => {},
            )
          }
        >
          {w.cancel} <kbd>X</kbd>
        </button>
      )}
      {toJudge(call) &&
        judgements.map((judgement) => (
          <button
            key={judgement}
            type="button"
            class={judgement === 'reached' ? 'go' : ''}
            aria-keyshortcuts={w.judgeKey[judgement]}
            onClick={() =>
              void ask(
                () => api.judgeCallOut(call.call, judgement),
                w.judgeFailed,
                () => judged(judgement),
              )
            }
          >
            {w.judge[judgement]} <kbd>{w.judgeKey[judgement]}</kbd>
          </button>
        ))}
      {call.state === 'ended' && !toJudge(call) && (
        <button type="button" aria-keyshortcuts="F" onClick={finish}>
          {words.strip.finish} <kbd>F</kbd>
        </button>
      )}
    </>
  );
}

function State({ call, desk }: { call: CallOut; desk: DeskState }) {
  const w = words.out;
  if (call.state === 'ended') return <span class="tag">{call.ending ? w.ending[call.ending] : ''}</span>;
  if (desk.link.kind !== 'live') return <span class="tag late">{words.strip.stale}</span>;
  return (
    <span class={`tag ${lookOf(call)}`}>
      <i class="dot" aria-hidden="true" />
      {w.state[call.state]} <Clock since={call.since} offset={desk.clockOffset} />
    </span>
  );
}

/** How the strip looks: as with a caller. */
export function lookOf(call: CallOut): 'ringing' | 'talking' | 'ended' {
  if (call.state === 'ended' || call.state === 'talking') return call.state;
  return 'ringing';
}
