import { useRef, useState } from 'preact/hooks';
import { type CallOnDesk, callerOf } from '../state/desk-state';
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

type Props = Question & { me: Me; finish: () => void };

/** What did we promise, and is it solved in the customer's words? Nothing else is asked, and nothing has to be said. */
export function WrapUp({ call, cases, about, me, finish }: Props) {
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
        id={`${me.id}-wrap-up-${call}`}
        title={w.title}
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
        done={finish}
        cancel={() => setLeft(true)}
      />
    </section>
  );
}
