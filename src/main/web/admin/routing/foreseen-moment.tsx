import type { Considered } from '../../wire';
import { words as shared } from '../../words';
import { fill } from '../../words/fill';
import { upTo } from '../../words/until';
import { Say } from '../../words/say';
import type { Foreseen } from '../wire-foresight';
import { words } from '../words';

/** One moment of a call that is foreseen: whose phone rings, by which rule, and who was passed over and why. */
export function ForeseenMoment({ moment }: { moment: Foreseen }) {
  const w = words.foresee;
  const rules = shared.reasons.rules as Record<string, string>;
  const rule = moment.rule === null ? '' : (rules[moment.rule] ?? moment.sentence ?? '');
  const until = moment.params.onCallUntil;
  return (
    <li>
      <p>
        <span class="soft num">
          {moment.afterSeconds === 0 ? w.atOnce : fill(w.after, { seconds: moment.afterSeconds })}
        </span>{' '}
        {moment.agent ? (
          <b class="rings">
            <Say text={w.rings} slots={{ name: moment.agent.name }} />
          </b>
        ) : (
          <b>{w.waits}</b>
        )}{' '}
        {rule && <span>({until ? fill(w.until, { rule, at: upTo(until) }) : rule})</span>}
      </p>
      {moment.stage && <p class="soft">{w.stage[moment.stage]}</p>}
      {moment.considered.length > 0 && (
        <ul class="passed">
          {moment.considered.map((one, index) => (
            <li key={index} class="soft">
              <Passed one={one} />
              {rules[one.rule] && ` (${rules[one.rule]})`}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Passed({ one }: { one: Considered }) {
  const w = shared.reasons;
  switch (one.because) {
    case 'none-chosen':
      return (
        <Say
          text={w.team}
          slots={{ team: one.team, members: one.members, ready: one.ready, free: one.free }}
        />
      );
    case 'not-yet':
      return <Say text={w.notYet} slots={{ team: one.team, seconds: one.afterSeconds }} />;
    default:
      return <Say text={w.because[one.because] ?? '{name}'} slots={{ name: one.name }} />;
  }
}
