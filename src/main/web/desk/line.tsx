import { useEffect } from 'preact/hooks';
import { api } from '../api';
import { useSending } from '../file/sending';
import type { CallOnDesk } from '../state/desk-state';
import type { Voice } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import { numberLabel } from './call-words';

/** Who else is on the line, and what can be done with the call. Only while it is talked on. */
export function Line({ call, handOver }: { call: CallOnDesk; handOver: () => void }) {
  const [sending, send, rest] = useSending();
  const { others, call: id } = call.pop;
  const talking = others.filter((one) => one.state === 'talking');
  const rung = others.find((one) => one.state === 'ringing');
  const w = words.line;
  // what failed a while ago is no news after the next change
  useEffect(rest, [others.length, rung === undefined]);
  return (
    <div class="line">
      <span role="status">
        {rung ? (
          <Say text={w.rings} slots={{ who: voiceLabel(rung) }} />
        ) : (
          call.notJoined && (
            <Say text={w.notJoined[call.notJoined.how]} slots={{ who: voiceLabel(call.notJoined.who) }} />
          )
        )}
        {talking.length > 0 && <Say text={w.with} slots={{ who: talking.map(voiceLabel).join(', ') }} />}
      </span>
      {sending.kind === 'failed' && (
        <span class="late" role="alert">
          {fill(w.failed, { problem: words.problem[sending.problem.fault] })}
        </span>
      )}
      {rung ? (
        <button type="button" onClick={() => void send(() => api.withdrawInvitation(id))}>
          {w.takeBack}
        </button>
      ) : (
        <button type="button" aria-keyshortcuts="H" onClick={handOver}>
          {w.handOver} <kbd>H</kbd>
        </button>
      )}
      {talking.length > 0 && (
        <button type="button" class="go" aria-keyshortcuts="L" onClick={() => void send(() => api.leave(id))}>
          {w.leave} <kbd>L</kbd>
        </button>
      )}
      <button type="button" onClick={() => void send(() => api.end(id))}>
        {w.end}
      </button>
    </div>
  );
}

export function voiceLabel(voice: Voice): string {
  return voice.name ?? (voice.number ? numberLabel(voice.number) : '');
}
