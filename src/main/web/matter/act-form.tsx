import { useEffect, useState } from 'preact/hooks';
import type { PastCall, WholeCase } from '../wire-matter';
import { words } from '../words';
import { fill } from '../words/fill';
import { moment } from '../words/time';
import type { ActsProps } from './acts';
import { matterApi } from './api';
import { type Field, InlineForm, type Values } from './inline-form';
import { usePeople } from './people';

export type Act = 'promise' | 'errand' | 'exception' | 'owner' | 'status' | 'words' | 'close' | 'reopen';

type Props = ActsProps & {
  act: Act;
  cancel: () => void;
  /** It was begun earlier and is here again by itself. */
  unasked: boolean;
};

/** The form of one act on a case. */
export function ActForm(props: Props) {
  switch (props.act) {
    case 'promise':
      return <PromiseForm {...props} />;
    case 'errand':
      return <ErrandForm {...props} />;
    case 'exception':
      return <ExceptionForm {...props} />;
    case 'owner':
      return <OwnerForm {...props} />;
    case 'status':
      return <StatusForm {...props} />;
    case 'words':
      return <WordsForm {...props} />;
    case 'close':
      return <CloseForm {...props} />;
    case 'reopen':
      return <ReopenForm {...props} />;
  }
}

const line = 300; // characters the service takes in a line
const onCall = (call: string | null) => (call ? { callId: call } : {});
const orNull = (text: string | undefined) => (text ? text : null);

type FormProps = Props & {
  fields: Field[];
  start?: Values;
  send: (values: Values) => Promise<WholeCase | void>;
};

function Form({ act, whole, me, fields, start, send, done, cancel, stale, unasked }: FormProps) {
  const w = words.matter[act];
  return (
    <InlineForm
      agentId={me.id}
      place={`case-${whole.id}.${act}`}
      unasked={unasked}
      title={w.title}
      go={w.go}
      fields={fields}
      {...(start ? { start } : {})}
      send={async (values) => {
        const now = await send(values);
        done(now ?? undefined);
      }}
      done={() => {}}
      cancel={cancel}
      stale={stale}
    />
  );
}

function PromiseForm(props: Props) {
  const { whole, me, call } = props;
  const w = words.matter.promise;
  const people = usePeople().filter((one) => !one.disabled && one.id !== me.id);
  return (
    <Form
      {...props}
      start={{ byId: String(me.id) }}
      fields={[
        { name: 'what', label: w.what, kind: 'line', most: line, hint: w.whatHint },
        { name: 'dueAt', label: w.dueAt, kind: 'when' },
        {
          name: 'byId',
          label: w.by,
          kind: 'choice',
          choices: [me, ...people].map((one) => ({ value: String(one.id), text: one.name })),
        },
      ]}
      send={async ({ what, dueAt, byId }) => {
        await matterApi.promise(whole.id, { what, dueAt, byId: Number(byId), ...onCall(call) });
      }}
    />
  );
}

function ErrandForm(props: Props) {
  const w = words.matter.errand;
  return (
    <Form
      {...props}
      fields={[
        { name: 'party', label: w.party, kind: 'line', most: 200, hint: w.partyHint },
        { name: 'what', label: w.what, kind: 'line', most: line },
        { name: 'dueAt', label: w.dueAt, kind: 'when' },
        { name: 'contact', label: w.contact, kind: 'line', most: 200, optional: true, hint: w.contactHint },
      ]}
      send={async ({ contact, ...errand }) => {
        await matterApi.errand(props.whole.id, {
          ...errand,
          ...(contact ? { contact } : {}),
          ...onCall(props.call),
        });
      }}
    />
  );
}

function ExceptionForm(props: Props) {
  const w = words.matter.exception;
  return (
    <Form
      {...props}
      fields={[
        { name: 'rule', label: w.rule, kind: 'line', most: 100, hint: w.ruleHint },
        { name: 'sentence', label: w.sentence, kind: 'line', most: line, hint: w.sentenceHint },
      ]}
      send={async (values) => {
        await matterApi.except(props.whole.id, { ...values, ...onCall(props.call) });
      }}
    />
  );
}

function OwnerForm(props: Props) {
  const { whole } = props;
  const w = words.matter.owner;
  const others = usePeople().filter((one) => !one.disabled && one.id !== whole.owner.id);
  return (
    <Form
      {...props}
      fields={[
        {
          name: 'toId',
          label: w.to,
          kind: 'choice',
          choices: others.map((one) => ({ value: String(one.id), text: one.name })),
        },
        { name: 'summary', label: w.summary, kind: 'line', most: line, hint: w.summaryHint },
      ]}
      send={({ toId, summary }) =>
        matterApi.handOver(whole.id, { version: whole.version, toId: Number(toId), summary })
      }
    />
  );
}

/** Whose move it is. For a third party something must be owed: then it is theirs. */
function StatusForm(props: Props) {
  const { whole, errands } = props;
  const w = words.matter.status;
  const owed = errands.some((one) => one.state === 'open');
  return (
    <Form
      {...props}
      fields={[
        {
          name: 'status',
          label: w.whose,
          kind: 'choice',
          choices: [
            ...(whole.status === 'waiting-for-us' ? [] : [{ value: 'waiting-for-us', text: w.us }]),
            { value: 'waiting-for-customer', text: w.customer },
            ...(owed ? [{ value: 'waiting-for-third-party', text: w.thirdParty }] : []),
          ],
        },
        { name: 'until', label: w.until, kind: 'when', optional: true },
      ]}
      send={({ status, until }) =>
        matterApi.status(whole.id, {
          version: whole.version,
          status,
          ...(status === 'waiting-for-customer' && until ? { until } : {}),
        })
      }
    />
  );
}

const worded = ['title', 'effect', 'customerWords', 'technical'] as const;

/** Other words. A field that nobody touched is sent as it stands, whoever put it so meanwhile: nothing of theirs is undone. */
function WordsForm(props: Props) {
  const { whole } = props;
  const w = words.matter.words;
  return (
    <Form
      {...props}
      start={{
        ...Object.fromEntries(worded.map((name) => [name, whole[name] ?? ''])),
        version: String(whole.version),
      }}
      fields={[
        { name: 'effect', label: w.effect, kind: 'text', most: 2000, optional: true, hint: w.effectHint },
        { name: 'title', label: w.titleField, kind: 'line', most: 200 },
        { name: 'customerWords', label: w.customerWords, kind: 'text', most: 8000, optional: true },
        { name: 'technical', label: w.technical, kind: 'text', most: 2000, optional: true },
      ]}
      send={(values) => {
        const now = (name: (typeof worded)[number]) => orNull(values[name]);
        return matterApi.reword(whole.id, {
          version: Number(values['version']),
          // what is left out is emptied
          ...Object.fromEntries(worded.flatMap((name) => (now(name) === null ? [] : [[name, now(name)]]))),
        });
      }}
    />
  );
}

const written = 'written';

/** Only the customer's word closes a case: what they said, and on which call or in which message. */
function CloseForm(props: Props) {
  const { whole, call, me } = props;
  const w = words.matter.close;
  const calls = useCallsWith(whole.customerId);
  const [start] = useState<Values>(() => (call ? { source: call } : {}));
  return (
    <Form
      {...props}
      start={start}
      fields={[
        { name: 'words', label: w.words, kind: 'line', most: 500, hint: w.wordsHint },
        {
          name: 'source',
          label: w.source,
          kind: 'choice',
          choices: [
            ...(call ? [{ value: call, text: w.thisCall }] : []),
            ...calls
              .filter((one) => one.id !== call)
              .map((one) => ({
                value: one.id,
                text: fill(w.thatCall, {
                  at: moment(one.arrivedAt),
                  who: one.answeredBy?.name ?? me.name,
                }),
              })),
            { value: written, text: w.inWriting },
          ],
        },
        { name: 'written', label: w.written, kind: 'line', most: line, optional: true, hint: w.writtenHint },
      ]}
      send={({ words: said, source, written: message }) =>
        matterApi.close(whole.id, {
          version: whole.version,
          words: said,
          ...(source === written ? { written: message || w.aMessage } : { callId: source }),
        })
      }
    />
  );
}

/** The last calls on which one of us talked with this customer. */
function useCallsWith(customerId: number): PastCall[] {
  const [calls, set] = useState<PastCall[]>([]);
  useEffect(() => {
    let current = true;
    matterApi.calls().then(
      (all) =>
        current &&
        set(all.filter((one) => one.answeredAt !== null && one.customer?.id === customerId).slice(0, 10)),
      () => {}, // a written message can still be named
    );
    return () => {
      current = false;
    };
  }, [customerId]);
  return calls;
}

function ReopenForm(props: Props) {
  const w = words.matter.reopen;
  return (
    <Form
      {...props}
      fields={[{ name: 'reason', label: w.reason, kind: 'line', most: line }]}
      send={({ reason }) => matterApi.reopen(props.whole.id, { version: props.whole.version, reason })}
    />
  );
}
