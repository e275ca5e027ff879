import { Brand } from '../desk/top-bar';
import { SignIn } from '../sign-in/sign-in';
import { words } from '../words';
import { fill } from '../words/fill';
import { clockTime } from '../words/time';
import { Columns } from './columns';
import { useBoard } from './use-board';

/** What is late and who waits, from the phone in the hand to the wall. */
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
    case 'here': {
      const at = clockTime(seen.seenAt);
      return (
        <div class={seen.stale ? 'board stale' : 'board'}>
          <header class="bar">
            <div class="wide">
              <div class="home">
                <Brand />
                <h1>{words.board.title}</h1>
              </div>
              <p role="status" class={seen.stale ? 'late' : 'soft'}>
                {seen.stale && <span aria-hidden="true">▲ </span>}
                {fill(seen.stale ? words.board.stale : words.board.current, { at })}
              </p>
            </div>
          </header>
          <Columns board={seen.board} offset={seen.offset} stale={seen.stale} />
        </div>
      );
    }
  }
}
