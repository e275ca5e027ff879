import { useRef, useState } from 'preact/hooks';
import { words } from '../words';
import { useCallOut } from './use-call-out';

/** A number typed by hand, in any shape: the service reads and judges it. */
export function TypeNumber() {
  const [number, setNumber] = useState('');
  const [missing, setMissing] = useState(false);
  const [asking, refused, call, forget] = useCallOut();
  const box = useRef<HTMLInputElement>(null);
  const w = words.out;
  const submit = async (event: Event) => {
    event.preventDefault();
    setMissing(!number.trim());
    if (!number.trim()) box.current?.focus();
    else if (await call({ number: number.trim() })) setNumber('');
  };
  return (
    <form class="card fields" onSubmit={submit} noValidate>
      <label>
        <span class="row">
          {w.typed} <kbd>T</kbd>
        </span>
        <input
          ref={box}
          type="tel"
          aria-keyshortcuts="T"
          autocomplete="off"
          maxLength={40}
          placeholder={w.hint}
          value={number}
          aria-invalid={missing || refused !== ''}
          aria-describedby="typed-fault"
          onInput={(event) => {
            setNumber(event.currentTarget.value);
            setMissing(false);
            forget();
          }}
        />
      </label>
      <p id="typed-fault" class="late" role="alert">
        {missing ? w.missing : refused}
      </p>
      <div class="row">
        <button type="submit" aria-disabled={asking}>
          {asking ? w.asking : w.call}
        </button>
      </div>
    </form>
  );
}
