import type { Considered, Why } from '../wire';
import { words } from '../words';
import { Say } from '../words/say';
import { whyWords } from './call-words';

/** Opens the full reasons: who was considered before this agent. Nothing moves for it, and Escape closes it. */
export function Reasons({ why }: { why: Why }) {
  const { considered = [] } = why;
  if (considered.length === 0) return null;
  const said = whyWords(why);
  return (
    <>
      <button type="button" aria-keyshortcuts="W" popovertarget="reasons">
        {words.reasons.open} <kbd>W</kbd>
      </button>
      <div id="reasons" class="reasons" popover="auto" role="region" aria-label={words.reasons.open}>
        <p>
          <b>{words.strip.why}</b> <Say text={said.text} slots={said.slots} />
        </p>
        <p>{words.reasons.before}</p>
        <ol>
          {considered.map((one) => (
            <li>
              <Passed one={one} />
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

function Passed({ one }: { one: Considered }) {
  const { rules } = words.reasons;
  const rule = rules[one.rule as keyof typeof rules] ?? '';
  return (
    <>
      <Sentence one={one} />
      {rule && <span class="soft"> ({rule})</span>}
    </>
  );
}

function Sentence({ one }: { one: Considered }) {
  const w = words.reasons;
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
