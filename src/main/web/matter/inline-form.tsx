import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api';
import { DraftState } from '../file/draft-state';
import { useFormDraft, type Values } from '../file/form-draft';
import { words } from '../words';
import { fill } from '../words/fill';
import { localOf, momentOf, usualMoments } from './moments';

/** A field of a form: what is asked for, and how. `when` gives a moment, `choice` one of its choices. */
export type Field = {
  name: string;
  label: string;
  kind: 'line' | 'text' | 'when' | 'choice';
  most?: number;
  optional?: boolean;
  /** The key that brings the cursor here. */
  shortcut?: string;
  hint?: string;
  choices?: { value: string; text: string }[];
};

export type { Values };

type Props = {
  agentId: number;
  /** Under which the service keeps what is typed: neither a closed form nor a crash loses anything. */
  place: string;
  title: string;
  go: string;
  fields: Field[];
  start?: Values;
  send: (values: Values) => Promise<unknown>;
  done: () => void;
  cancel: () => void;
  /** Nothing of it is kept any more: for a form that has its own way back. */
  thrownAway?: () => void;
  /** It came by itself: the cursor stays where it is. */
  unasked?: boolean;
  /** The name of a field that these values lack, beside those that are never optional. */
  lacks?: (values: Values) => string | null;
  /** Somebody else changed it meanwhile: what is shown is to be fetched anew. */
  stale?: () => void;
  children?: ComponentChildren;
};

const custom = 'custom';

/** A short form in its place on the page, never over it. Enter sends a line, Ctrl+Enter a text, Escape closes. */
export function InlineForm({
  agentId,
  place,
  title,
  go,
  fields,
  start,
  send,
  done,
  cancel,
  thrownAway,
  unasked,
  lacks,
  stale,
  children,
}: Props) {
  const draft = useFormDraft(
    agentId,
    place,
    fields.map((field) => field.name),
    start,
  );
  const { values } = draft;
  const [missing, setMissing] = useState<string | null>(null);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const ids = useId();
  // before the next key: whoever types on loses no letter
  useLayoutEffect(() => {
    if (!unasked) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);

  const set = (name: string, value: string) => {
    draft.set(name, value);
    if (missing === name) setMissing(null);
  };
  const submit = async () => {
    if (busy) return;
    const lacking = lacks?.(values);
    const wrong = fields.find(
      (field) => field.name === lacking || (!field.optional && !values[field.name]?.trim()),
    );
    setMissing(wrong?.name ?? null);
    setFault(wrong ? fill(words.matter.form.missing, { field: wrong.label }) : '');
    if (wrong) {
      document.getElementById(`${ids}-${wrong.name}`)?.focus();
      return;
    }
    setBusy(true);
    try {
      await send(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()])));
      draft.forget();
      done();
    } catch (failure) {
      const problem = failure instanceof Problem ? failure : new Problem('server');
      setFault(whyNot(problem, fields));
      if (problem.changed.length > 0) {
        draft.seen();
        stale?.();
      }
      setBusy(false);
    }
  };

  return (
    <form
      ref={form}
      class="fields inline-form"
      aria-labelledby={`${ids}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
        const list = event.target instanceof HTMLSelectElement; // where browsers send nothing by Enter
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey || list)) return;
        event.preventDefault();
        void submit();
      }}
    >
      <p id={`${ids}-title`} class="form-title">
        {title}
      </p>
      {children}
      {fields.map((field) => (
        <FieldBox
          key={field.name}
          field={field}
          id={`${ids}-${field.name}`}
          fault={`${ids}-fault`}
          value={values[field.name] ?? ''}
          invalid={missing === field.name}
          set={(value) => set(field.name, value)}
        />
      ))}
      <p id={`${ids}-fault`} class="late" role="alert">
        {fault}
      </p>
      <div class="row">
        <button type="submit" class="go" aria-disabled={busy}>
          {busy ? words.matter.form.sending : go}
        </button>
        <button type="button" onClick={cancel}>
          {words.matter.form.cancel} <kbd>Esc</kbd>
        </button>
        {draft.begun && !busy && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              draft.forget();
              (thrownAway ?? cancel)();
            }}
          >
            {words.matter.form.throwAway}
          </button>
        )}
        <DraftState keeping={draft.keeping} />
      </div>
    </form>
  );
}

type BoxProps = {
  field: Field;
  id: string;
  fault: string;
  value: string;
  invalid: boolean;
  set: (value: string) => void;
};

function FieldBox({ field, id, fault, value, invalid, set }: BoxProps) {
  const w = words.matter.form;
  const same = {
    id,
    value,
    'aria-invalid': invalid,
    'aria-describedby': fault,
    ...(field.most ? { maxLength: field.most } : {}),
    ...(field.hint ? { placeholder: field.hint } : {}),
    ...(field.shortcut ? { 'aria-keyshortcuts': field.shortcut } : {}),
  };
  const label = (
    <span>
      {field.optional ? fill(w.optional, { field: field.label }) : field.label}
      {field.shortcut && (
        <>
          {' '}
          <kbd>{field.shortcut}</kbd>
        </>
      )}
    </span>
  );
  switch (field.kind) {
    case 'line':
      return (
        <label>
          {label}
          <input {...same} autocomplete="off" onInput={(event) => set(event.currentTarget.value)} />
        </label>
      );
    case 'text':
      return (
        <label>
          {label}
          <textarea {...same} rows={2} onInput={(event) => set(event.currentTarget.value)} />
        </label>
      );
    case 'choice':
      return (
        <label>
          {label}
          <select
            id={id}
            value={value}
            aria-invalid={invalid}
            aria-describedby={fault}
            onChange={(event) => set(event.currentTarget.value)}
          >
            <option value="">{field.optional ? w.none : w.choose}</option>
            {field.choices?.map((one) => (
              <option key={one.value} value={one.value}>
                {one.text}
              </option>
            ))}
          </select>
        </label>
      );
    case 'when':
      return (
        <When
          id={id}
          fault={fault}
          label={field.label}
          value={value}
          invalid={invalid}
          set={set}
          optional={field.optional === true}
        />
      );
  }
}

type WhenProps = Omit<BoxProps, 'field'> & { label: string; optional: boolean };

/** A moment: one of those one usually says, or any other. */
function When({ id, fault, label, value, invalid, set, optional }: WhenProps) {
  const w = words.matter.form;
  const [usual] = useState(() => usualMoments(Date.now()));
  const [asked, setAsked] = useState(false);
  // what is being typed; a date that is not whole yet is none
  const [typed, setTyped] = useState<string | null>(null);
  const other = asked || (value !== '' && !usual.some(({ iso }) => iso === value));
  return (
    <>
      <label>
        <span>{optional ? fill(w.optional, { field: label }) : label}</span>
        <select
          id={id}
          value={other ? custom : value}
          aria-invalid={invalid && !other}
          aria-describedby={fault}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setAsked(chosen === custom);
            if (chosen !== custom) setTyped(null);
            set(chosen === custom ? momentOf(typed ?? '') : chosen);
          }}
        >
          <option value="">{optional ? w.none : w.choose}</option>
          {usual.map(({ iso, text }) => (
            <option key={iso} value={iso}>
              {text}
            </option>
          ))}
          <option value={custom}>{w.otherMoment}</option>
        </select>
      </label>
      {other && (
        <label>
          <span>{w.moment}</span>
          <input
            type="datetime-local"
            value={typed ?? localOf(value)}
            aria-invalid={invalid}
            aria-describedby={fault}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              set(momentOf(event.currentTarget.value));
            }}
          />
        </label>
      )}
    </>
  );
}

/** Why nothing was saved: who changed what meanwhile, which field is wrong, or what failed. What was typed stays. */
export function whyNot(problem: Problem, fields: Field[] = []): string {
  const w = words.matter.form;
  if (problem.changed.length > 0) {
    const names: Record<string, string> = words.matter.changed;
    const what = problem.changed.map((name) => names[name] ?? name).join(', ');
    return problem.who ? fill(w.stale, { who: problem.who, what }) : fill(w.staleItself, { what });
  }
  const field = fields.find(({ name }) => name === problem.field);
  if (problem.fault === 'invalid' && field) return fill(w.wrong, { field: field.label });
  if (problem.field === 'toId' && problem.fault === 'conflict') return w.theirsAlready;
  if (problem.field === 'callId' && problem.fault === 'invalid') return w.notThatCall;
  return fill(w.failed, { problem: words.problem[problem.fault] });
}
