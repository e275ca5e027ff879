import { useEffect, useState } from 'preact/hooks';
import { api } from '../api';
import { Brand } from '../desk/top-bar';
import { SignIn } from '../sign-in/sign-in';
import type { Me } from '../wire';
import type { Period, TestCalls } from '../wire-board';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import { clockTime } from '../words/time';
import { askedFor, Behind } from './behind';
import { HowItWent } from './figures';
import { WhatIsLate } from './late';
import { People } from './people';
import { Tiles } from './tiles';
import { type Seen, useBoard } from './use-board';
import { WhoWaits } from './waiting';

/** What is late, who waits and how the day went, from the phone in the hand to the wall. */
export function BoardPage() {
  const [seen, look] = useBoard();
  switch (seen.kind) {
    case 'asking':
      return <main class="door" aria-busy="true" />;
    case 'out':
      return <SignIn ended={false} signedIn={look} />;
    case 'unavailable':
      return (
        <main class="door">
          <div class="card fields">
            <p class="masthead">
              <Brand />
            </p>
            <h1>{words.unavailable.title}</h1>
            <p role="status">{words.board.tryingAgain}</p>
          </div>
        </main>
      );
    case 'here':
      return <Shown seen={seen} />;
  }
}

function Shown({ seen }: { seen: Extract<Seen, { kind: 'here' }> }) {
  const { board, offset, stale } = seen;
  const [period, choose] = useState<Period>('day');
  const me = useMe();
  const asked = useHash();
  const supervises = me !== null && me.role !== 'agent';
  const at = clockTime(seen.seenAt);
  return (
    <div class={stale ? 'board stale' : 'board'}>
      <header class="bar">
        <div class="wide">
          <div class="home">
            <Brand />
            <h1>{words.board.title}</h1>
          </div>
          <p role="status" class={stale ? 'late' : 'soft'}>
            {stale && <span aria-hidden="true">▲ </span>}
            {fill(stale ? words.board.stale : words.board.current, { at })}
            <Tested all={board.testCalls} />
          </p>
        </div>
      </header>
      {asked ? (
        <Behind period={asked.period} which={asked.which} />
      ) : (
        <main class="wide">
          <Alarms all={board.testCalls} />
          <Tiles board={board} offset={offset} stale={stale} />
          <div class="board-columns">
            <div>
              <WhoWaits waiting={board.waiting} offset={offset} stale={stale} supervises={supervises} />
              <HowItWent board={board} period={period} choose={choose} />
            </div>
            <div>
              <People people={board.people} offset={offset} stale={stale} supervises={supervises} />
              <WhatIsLate board={board} offset={offset} by={supervises ? me.id : null} />
            </div>
          </div>
        </main>
      )}
    </div>
  );
}

/** Front doors behind which our own calls found nobody: whoever calls there may find nobody either. */
function Alarms({ all }: { all: TestCalls[] }) {
  return (
    <div role="alert">
      {all
        .filter((one) => one.alarm)
        .map((one) => (
          <p class="card wanting late" key={one.frontDoor.id}>
            <span aria-hidden="true">▲ </span>
            <Say text={words.board.alarm} slots={{ door: one.frontDoor.name, count: one.failures }} />
          </p>
        ))}
    </div>
  );
}

function Tested({ all }: { all: TestCalls[] }) {
  const passed = all.flatMap((one) => (one.last?.passed ? [Date.parse(one.last.at)] : []));
  if (passed.length === 0) return null;
  return <> · {fill(words.board.tested, { at: clockTime(Math.max(...passed)) })}</>;
}

/** Who looks, for what they may do besides looking; nobody in particular until that is known. */
function useMe(): Me | null {
  const [me, set] = useState<Me | null>(null);
  useEffect(() => {
    api.me().then(set, () => set(null));
  }, []);
  return me;
}

function useHash() {
  const [asked, set] = useState(() => askedFor(location.hash));
  useEffect(() => {
    const changed = () => set(askedFor(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return asked;
}
