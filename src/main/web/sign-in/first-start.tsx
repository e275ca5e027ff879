import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, faultOf, Problem } from '../api';
import { Brand } from '../desk/top-bar';
import type { Me } from '../wire';
import { words as shared } from '../words';
import { words } from './words';

type Field = 'code' | 'login' | 'name' | 'password';

const all: Field[] = ['code', 'name', 'login', 'password'];

/** Whether the house still waits for its first administrator; not, while nobody has answered. */
export function useFirstStart(): boolean {
  const [open, set] = useState(false);
  useEffect(() => {
    ask<{ open: boolean }>('GET', '/api/first-start').then(
      (answer) => set(answer.open),
      () => {}, // the form to sign in with says what is wrong, when it is used
    );
  }, []);
  return open;
}

/** The first thing anybody sees of a new house: the code shown at the start, and who they are. */
export function FirstStart({ signedIn }: { signedIn: (me: Me) => void }) {
  const [wrong, setWrong] = useState<{ field: Field | null; text: string } | null>(null);
  const [going, setGoing] = useState(false);
  const [visible, setVisible] = useState(true);
  const form = useRef<HTMLFormElement>(null);
  const input = (field: Field) => form.current?.elements.namedItem(field) as HTMLInputElement | null;
  const w = words.first;

  useEffect(() => {
    document.title = `${w.title} · Décroché`;
    input('code')?.focus();
  }, []);

  const fault = (field: Field | null, text: string) => {
    setWrong({ field, text });
    if (field) input(field)?.focus();
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    const empty = all.find((field) => !input(field)?.value.trim());
    if (empty) {
      fault(empty, w.missing[empty]);
      return;
    }
    if (going) return;
    setGoing(true);
    setWrong(null);
    const typed = Object.fromEntries(
      all.map((field) => [field, field === 'password' ? input(field)?.value : input(field)?.value.trim()]),
    );
    try {
      signedIn(await ask<Me>('POST', '/api/first-start', typed));
    } catch (failure) {
      setGoing(false);
      const field = failure instanceof Problem ? all.find((one) => one === failure.field) : undefined;
      if (faultOf(failure) === 'tooMany') fault('code', shared.signIn.tooMany);
      else if (faultOf(failure) === 'conflict' && field === 'code') location.reload();
      else if (field) fault(field, w.wrong[field]);
      else fault(null, shared.problem[faultOf(failure) as keyof typeof shared.problem] ?? w.wrong.code);
    }
  };

  const line = (field: Field, hint: string | null, more: object) => (
    <label>
      <span>{w.field[field]}</span>
      <input
        name={field}
        spellcheck={false}
        aria-invalid={wrong?.field === field}
        aria-describedby={hint ? `first-${field} first-wrong` : 'first-wrong'}
        {...more}
      />
      {hint && <small id={`first-${field}`}>{hint}</small>}
    </label>
  );

  return (
    <main class="door">
      <form
        ref={form}
        class="card fields"
        method="post"
        action="/"
        onSubmit={submit}
        aria-labelledby="first-title"
      >
        <p class="masthead">
          <Brand />
        </p>
        <p class="soft">{shared.signIn.promise}</p>
        <h1 id="first-title">{w.title}</h1>
        <p>{w.lead}</p>
        {line('code', w.hint.code, { autocomplete: 'off', autocapitalize: 'none', maxLength: 40 })}
        {line('name', null, { autocomplete: 'name', maxLength: 100 })}
        {line('login', null, {
          autocomplete: 'username',
          autocapitalize: 'none',
          maxLength: 32,
          defaultValue: 'admin',
        })}
        {line('password', w.hint.password, {
          autocomplete: 'new-password',
          maxLength: 200,
          type: visible ? 'text' : 'password',
        })}
        <label class="tick">
          <input
            type="checkbox"
            checked={visible}
            onChange={(event) => setVisible(event.currentTarget.checked)}
          />
          {shared.signIn.show}
        </label>
        <p id="first-wrong" class="late" role="alert">
          {wrong?.text}
        </p>
        <button type="submit" class="go" aria-disabled={going}>
          {going ? w.going : w.go}
        </button>
      </form>
    </main>
  );
}
