import type { ComponentChildren } from 'preact';
import { Clock } from '../desk/clock';
import type { BoardState } from '../wire-board';
import { locale, words } from '../words';
import { fill } from '../words/fill';

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const count = new Intl.NumberFormat(locale);
const mostWaiting = 100; // the service lists no more (Board); the tile says so rather than be wrong

/** The few numbers that are read from across the room; each says over what, and leads to its calls. */
export function Tiles({ board, offset, stale }: { board: BoardState; offset: number; stale: boolean }) {
  const w = words.board;
  const day = board.day.all;
  const first = board.waiting[0];
  return (
    <div class="tiles" role="group" aria-label={w.now}>
      <Tile
        title={w.waiting}
        value={count.format(board.waiting.length) + (board.waiting.length < mostWaiting ? '' : '+')}
      >
        {first && !stale ? (
          <>
            {w.longest} <Clock since={first.since} offset={offset} />
          </>
        ) : (
          board.waiting.length === 0 && w.nobodyWaits
        )}
      </Tile>
      <Share title={w.within15} which="not-within-15" part={day.within15} over={day.over15} />
      <Share title={w.within180} which="not-within-180" part={day.within180} over={day.over180} />
      <Tile
        title={w.billed}
        value={count.format(day.billedSeconds)}
        link="#day/billed"
        late={day.billedSeconds > 0}
      >
        {w.promise}
      </Tile>
      <Tile title={w.owed} value={count.format(board.openDebts)} late={board.debts.length > 0}>
        <Late count={board.debts.length} />
      </Tile>
      <Tile title={w.promises} value={count.format(board.promises.length)} late={board.promises.length > 0}>
        {board.promises.length === 0 && w.noPromises}
      </Tile>
    </div>
  );
}

function Share(props: { title: string; which: string; part: number; over: number }) {
  const { title, which, part, over } = props;
  const w = words.board;
  if (over === 0) {
    return (
      <Tile title={title} value="–">
        {w.none}
      </Tile>
    );
  }
  return (
    <Tile title={title} value={percent.format(Math.floor((part / over) * 100) / 100)} link={`#day/${which}`}>
      {fill(w.of, { count: count.format(part), over: count.format(over) })}
    </Tile>
  );
}

function Late({ count: late }: { count: number }) {
  const w = words.board;
  if (late === 0) return <>{w.noneLate}</>;
  return (
    <span class="late">
      <span aria-hidden="true">▲ </span>
      {fill(w.lateOf, { count: late })}
    </span>
  );
}

type Props = {
  title: string;
  value: string;
  link?: string;
  late?: boolean;
  children?: ComponentChildren;
};

function Tile({ title, value, link, late = false, children }: Props) {
  return (
    <div class={late ? 'card tile wanting' : 'card tile'}>
      <h2>{title}</h2>
      <p class="big num">
        {link ? (
          <a href={link} aria-label={`${title}: ${value}`}>
            {value}
          </a>
        ) : (
          value
        )}
      </p>
      <p class="soft">{children}</p>
    </div>
  );
}
