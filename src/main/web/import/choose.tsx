import { useRef, useState } from 'preact/hooks';
import { fill } from '../words/fill';
import { kinds, type Kind } from './wire';
import { words } from './words';

type Props = { send: (kind: Kind, file: File) => void; gone: number | null };

/** What the file is about, and which. */
export function Choose({ send, gone }: Props) {
  const [kind, setKind] = useState<Kind>('customers');
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    const file = box.current?.files?.[0];
    setMissing(!file);
    if (!file) box.current?.focus();
    else if (gone === null) send(kind, file);
  };
  return (
    <form class="card fields" onSubmit={submit}>
      <fieldset class="plain">
        <legend>{words.choose.kind}</legend>
        {kinds.map((one) => (
          <label key={one} class="tick">
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            <span>
              {words.kind[one]} <span class="soft">{words.holds[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label>
        <span>{words.choose.file}</span>
        <input
          ref={box}
          type="file"
          accept=".csv,.txt,.tsv,text/csv"
          aria-invalid={missing}
          aria-describedby="file-missing"
        />
      </label>
      <p id="file-missing" class="late" role="alert">
        {missing ? words.choose.missing : ''}
      </p>
      {gone !== null && (
        <progress aria-label={words.choose.going} value={gone} max={1}>
          {Math.round(gone * 100)} %
        </progress>
      )}
      <div class="row">
        <button type="submit" class="go" aria-disabled={gone !== null}>
          {gone === null ? words.choose.go : fill(words.choose.gone, { percent: Math.round(gone * 100) })}
        </button>
      </div>
    </form>
  );
}
