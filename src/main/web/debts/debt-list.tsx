import type { ComponentChildren } from 'preact';
import type { DeskState } from '../state/desk-state';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import type { Debt } from '../wire-debts';
import { due, type Due } from './due';
import { LastAssignment } from './last-assignment';
import { useDebts } from './use-debts';
import { useNow } from './use-now';
import { WriteOff } from './write-off';

type Props = {
  desk: DeskState;
  open: (customerId: number) => void;
  /** What can be done about one: the key that calls back. */
  callBack?: (debt: Debt, first: boolean) => ComponentChildren;
};

/** Whom this agent is to call back, the ones due first, first. */
export function DebtList({ desk, open, callBack }: Props) {
  const [{ list, failed }, askAgain] = useDebts(desk.debtsTold);
  const now = useNow(desk.clockOffset);
  const w = words.debts;
  if (list === null && !failed) return null;
  const debts = list ?? [];
  return (
    <section class="card debts" aria-labelledby="debts-title">
      <h2 id="debts-title">
        {w.title}
        {debts.length > 0 && <span class="count num">{debts.length}</span>}
      </h2>
      <p class="unseen" role="status">
        {debts.length > 0 && fill(w.count[debts.length === 1 ? 'one' : 'other'], { count: debts.length })}
      </p>
      {failed ? (
        <div class="row" role="alert">
          <p class="late">{w.failed}</p>
          <button type="button" onClick={askAgain}>
            {w.retry}
          </button>
        </div>
      ) : (
        debts.length === 0 && <p class="soft">{w.none}</p>
      )}
      <ul>
        {debts.map((debt, index) => (
          <li key={debt.id}>
            <Who debt={debt} due={due(debt.dueAt, now)} open={open} />
            <p class="soft">
              {debt.rangSeconds > 0 ? (
                <Say text={w.rang} slots={{ number: debt.number.display, seconds: debt.rangSeconds }} />
              ) : (
                // they wrote
                <bdi class="num">{debt.number.display}</bdi>
              )}
              {debt.calls > 1 && <Say text={w.calls} slots={{ count: debt.calls }} />}
              <Say text={w.door} slots={{ door: debt.frontDoor.name }} />
            </p>
            {debt.owner?.id !== desk.me.id && (
              <p class="soft">
                {debt.owner ? <Say text={w.owner} slots={{ name: debt.owner.name }} /> : w.nobody}
              </p>
            )}
            <LastAssignment of={debt} />
            {callBack?.(debt, index === 0)}
            {desk.me.role === 'administrator' && <WriteOff debt={debt} me={desk.me} done={askAgain} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Who({ debt, due, open }: { debt: Debt; due: Due; open: (customerId: number) => void }) {
  const { customer } = debt;
  return (
    <div class="owed">
      {customer ? (
        <button type="button" class="name" onClick={() => open(customer.id)}>
          <bdi>{customer.name}</bdi>
        </button>
      ) : (
        <b>{words.debts.unknown}</b>
      )}
      <span class={due.late ? 'late' : 'soft'}>
        {due.late && <span aria-hidden="true">▲ </span>}
        {due.text}
      </span>
    </div>
  );
}
