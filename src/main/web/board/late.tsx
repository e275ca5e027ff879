import type { ComponentChildren } from 'preact';
import { due, span } from '../debts/due';
import { useNow } from '../debts/use-now';
import type { BoardState } from '../wire-board';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import { masked } from './caller';
import { TakeOver } from './supervise';

/** What we owe and have not done in time. */
export function WhatIsLate({ board, offset, by }: { board: BoardState; offset: number; by: number | null }) {
  const now = useNow(offset);
  const w = words.board;
  return (
    <>
      <Section title={w.debts} none={w.noDebts} count={board.debts.length}>
        {board.debts.map((debt) => {
          const who = debt.customer?.name ?? masked(debt.number);
          return (
            <Line
              key={debt.id}
              who={who}
              what={debt.owner?.name ?? words.debts.nobody}
              late={due(debt.dueAt, now).text}
            >
              {by !== null && debt.owner?.id !== by && <TakeOver debt={debt.id} who={who} />}
            </Line>
          );
        })}
      </Section>
      <Section title={w.promises} none={w.noPromises} count={board.promises.length}>
        {board.promises.map((promise) => (
          <Line
            key={promise.id}
            who={promise.customer.name}
            what={<Say text={w.promised} slots={{ what: promise.what, by: promise.by.name }} />}
            late={due(promise.dueAt, now).text}
          />
        ))}
      </Section>
      <Section title={w.errands} none={w.noErrands} count={board.errands.length}>
        {board.errands.map((errand) => (
          <Line
            key={errand.id}
            who={errand.customer.name}
            what={<Say text={w.owes} slots={{ party: errand.party, owner: errand.owner.name }} />}
            late={due(errand.dueAt, now).text}
          />
        ))}
      </Section>
      <Section title={w.quiet} none={w.noQuiet} count={board.quiet.length}>
        {board.quiet.map((one) => (
          <Line
            key={one.caseId}
            who={one.customer.name}
            what={<Say text={w.quietCase} slots={{ case: one.case, owner: one.owner?.name ?? '' }} />}
            late={fill(words.side.quietFor, { time: span(now - Date.parse(one.since)) })}
          />
        ))}
      </Section>
      {board.withheldToday > 0 && (
        <Section title={w.withheld} none={w.noWithheld} count={board.withheldToday}>
          <li class="soft">{w.withheldText}</li>
        </Section>
      )}
    </>
  );
}

type SectionProps = { title: string; none: string; count: number; children: ComponentChildren };

function Section({ title, none, count, children }: SectionProps) {
  return (
    <section class="card">
      <h2 tabIndex={-1}>
        {title}
        {count > 0 && <span class="count num"> {count}</span>}
      </h2>
      {count === 0 ? <p class="soft">{none}</p> : <ul class="lines">{children}</ul>}
    </section>
  );
}

type LineProps = { who: string; what: ComponentChildren; late: string; children?: ComponentChildren };

function Line({ who, what, late, children }: LineProps) {
  return (
    <li class="line">
      <b>
        <bdi>{who}</bdi>
      </b>
      <span class="when late">
        <span aria-hidden="true">▲ </span>
        {late}
      </span>
      <span class="soft what">{what}</span>
      {children}
    </li>
  );
}
