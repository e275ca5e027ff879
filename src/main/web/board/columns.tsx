import type { ComponentChildren } from 'preact';
import { Clock } from '../desk/clock';
import { due } from '../debts/due';
import { useNow } from '../debts/use-now';
import type { CallerNumber } from '../wire';
import type { BoardState } from '../wire-debts';
import { words } from '../words';
import { Say } from '../words/say';

type Props = { board: BoardState; offset: number; stale: boolean };

/** The four things that want somebody, and how many of each. */
export function Columns({ board, offset, stale }: Props) {
  const now = useNow(offset);
  const w = words.board;
  return (
    <main class="wide columns-of-board">
      <Column title={w.waiting} none={w.nobodyWaits} count={board.waiting.length}>
        {board.waiting.map((one) => (
          <Line
            key={one.call}
            who={one.customer?.name ?? masked(one.number)}
            what={one.frontDoor?.name}
            when={!stale && <Clock since={one.since} offset={offset} />}
          />
        ))}
      </Column>
      <Column title={w.debts} none={w.noDebts} count={board.debts.length} late>
        {board.debts.map((debt) => (
          <Line
            key={debt.id}
            who={debt.customer?.name ?? masked(debt.number)}
            what={debt.owner?.name ?? words.debts.nobody}
            when={<Late text={due(debt.dueAt, now).text} />}
          />
        ))}
      </Column>
      <Column title={w.promises} none={w.noPromises} count={board.promises.length} late>
        {board.promises.map((promise) => (
          <Line
            key={promise.id}
            who={promise.customer.name}
            what={<Say text={w.promised} slots={{ what: promise.what, by: promise.by.name }} />}
            when={<Late text={due(promise.dueAt, now).text} />}
          />
        ))}
      </Column>
      <Column title={w.withheld} none={w.noWithheld} count={board.withheldToday}>
        {board.withheldToday > 0 && <p class="soft">{w.withheldText}</p>}
      </Column>
    </main>
  );
}

type ColumnProps = {
  title: string;
  none: string;
  count: number;
  late?: boolean;
  children: ComponentChildren;
};

function Column({ title, none, count, late = false, children }: ColumnProps) {
  return (
    <section class={late && count > 0 ? 'card wanting' : 'card'}>
      <h2>
        {title} <span class="count num">{count}</span>
      </h2>
      {count === 0 ? <p class="soft">{none}</p> : <div class="lines">{children}</div>}
    </section>
  );
}

function Line(props: { who: string; what?: ComponentChildren; when: ComponentChildren }) {
  return (
    <div class="line">
      <b>
        <bdi>{props.who}</bdi>
      </b>
      <span class="when">{props.when}</span>
      <span class="soft what">{props.what}</span>
    </div>
  );
}

function Late({ text }: { text: string }) {
  return (
    <span class="late">
      <span aria-hidden="true">▲ </span>
      {text}
    </span>
  );
}

/** A wall is read by whoever passes: of a number nobody has a name for, its end is enough. */
function masked(number: CallerNumber): string {
  if (number.kind === 'withheld') return words.strip.withheld;
  if (number.kind !== 'number' || !number.e164) return words.strip.stranger;
  return words.board.endingIn.replace('{digits}', number.e164.slice(-2));
}
