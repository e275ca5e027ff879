import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../api';
import { type CallOnDesk, callerOf, type DeskState } from '../state/desk-state';
import { toJudge } from '../state/out';
import type { Case, Me } from '../wire';
import { words } from '../words';
import { matterApi } from './api';
import { InlineForm, type Values } from './inline-form';
import { tellChanged } from './told';

type Question = { call: string; cases: Case[]; about: number };

/** What is asked once a call is over: only of a caller who is known and has something open. */
export function questionAfter(call: CallOnDesk | null): Question | null {
  if (call?.phase !== 'ended') return null;
  const cases = callerOf(call)?.cases.filter((one) => one.status !== 'closed') ?? [];
  const { caseId } = call.pop.why.params ?? {};
  const about = cases.find((one) => one.id === caseId) ?? cases[0];
  return about ? { call: call.pop.call, cases, about: about.id } : null;
}

/** The customer whom this agent has called and, as far as is known, has talked with. */
export function calledBy({ out }: DeskState): { call: string; customerId: number } | null {
  const { call } = out;
  return call && toJudge(call) && call.customerId !== null
    ? { call: call.call, customerId: call.customerId }
    : null;
}

type AfterProps = { call: string; customerId: number; me: Me; title?: string; finish: () => void };

/** The same after a call whose customer is known and whose cases are not here: a call out, or one that another page has seen. */
export function WrapUpAfter({ customerId, ...rest }: AfterProps) {
  const [cases, set] = useState<Case[]>([]);
  useEffect(() => {
    let current = true;
    api.casesOf(customerId).then(
      (all) => current && set(all.filter((one) => one.status !== 'closed')),
      () => {}, // nothing has to be said
    );
    return () => {
      current = false;
    };
  }, [customerId]);
  const about = cases[0];
  return about ? <WrapUp cases={cases} about={about.id} {...rest} /> : null;
}

type Props = Question & { me: Me; title?: string; finish: () => void };

/** What did we promise, and is it solved in the customer's words? Nothing else is asked, and nothing has to be said. */
export function WrapUp({ call, cases, about, me, title, finish }: Props) {
  const [left, setLeft] = useState(false);
  // a promise that was kept by the service is not made again when the rest failed
  const promised = useRef('');
  const w = words.side.wrapUp;
  if (left) return null;
  const send = async ({ caseId, what, dueAt, solved }: Values) => {
    const id = Number(caseId ?? about);
    if (what && promised.current !== what) {
      await matterApi.promise(id, { what, dueAt, byId: me.id, callId: call });
      promised.current = what;
    }
    if (solved) {
      const { version } = await matterApi.read(id);
      await matterApi.close(id, { version, words: solved, callId: call });
    }
    tellChanged();
  };
  return (
    <section class="card wrap-up">
      <InlineForm
        agentId={me.id}
        place={`call-${call}:wrap-up`}
        title={title ?? w.title}
        go={w.go}
        unasked
        start={{ caseId: String(about) }}
        fields={[
          { name: 'what', label: w.promise, kind: 'line', most: 300, optional: true, shortcut: 'Q' },
          { name: 'dueAt', label: w.dueAt, kind: 'when', optional: true },
          { name: 'solved', label: w.solved, kind: 'line', most: 500, optional: true },
          ...(cases.length < 2
            ? []
            : [
                {
                  name: 'caseId',
                  label: w.case,
                  kind: 'choice' as const,
                  choices: cases.map((one) => ({ value: String(one.id), text: one.title })),
                },
              ]),
        ]}
        lacks={({ what, dueAt }) => (what?.trim() && !dueAt ? 'dueAt' : null)}
        send={send}
        done={() => {
          setLeft(true); // after a call out `finish` may leave this in its place
          finish();
        }}
        cancel={() => setLeft(true)}
      />
    </section>
  );
}
