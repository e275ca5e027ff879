import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { faultOf, Problem } from '../api';
import { words as shared } from '../words';

type Props = {
  /** What is wrong with a field, by its name on the wire. */
  wrong: Record<string, string>;
  send: (typed: (field: string) => string) => Promise<void>;
  go: string;
  children: ComponentChildren;
};

/** A few fields and a button: it says in place what is wrong, and puts the cursor where it is put right. */
export function SmallForm({ wrong, send, go, children }: Props) {
  const [said, say] = useState<string | null>(null);
  const [going, setGoing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const field = (name: string) => form.current?.elements.namedItem(name) as HTMLInputElement | null;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (going) return;
    const empty = Object.keys(wrong).find((name) => !field(name)?.value);
    if (empty) {
      field(empty)?.focus();
      return;
    }
    setGoing(true);
    say(null);
    try {
      await send((name) => field(name)?.value ?? '');
      form.current?.reset();
    } catch (failure) {
      const name = failure instanceof Problem ? failure.field : null;
      say((name && wrong[name]) || general(failure));
      if (name) field(name)?.focus();
    }
    setGoing(false);
  };

  return (
    <form ref={form} class="fields" method="post" action="/account" onSubmit={submit}>
      {children}
      <p class="late" role="alert">
        {said}
      </p>
      <div>
        <button type="submit" class="go" aria-disabled={going}>
          {go}
        </button>
      </div>
    </form>
  );
}

function general(failure: unknown): string {
  const fault = faultOf(failure);
  return fault === 'tooMany' ? shared.signIn.tooMany : shared.problem[fault];
}
