import { useState } from 'preact/hooks';
import { fill } from '../words/fill';
import { faultsOf } from './matching';
import type { Encoding, Field, Import, Separator } from './wire';
import { words } from './words';

type Props = {
  now: Import;
  preview: (encoding: Encoding, separator: Separator) => void;
  run: (columns: (Field | null)[], owner: string, apply: boolean) => void;
};

const encodings: Encoding[] = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'];
const separators: Separator[] = ['semicolon', 'comma', 'tab'];

/** How the file is read, and what each column holds, with the first rows to see it by. */
export function Columns({ now, preview, run }: Props) {
  const [columns, setColumns] = useState(now.columns);
  const [owner, setOwner] = useState('');
  const { missing, twice } = faultsOf(now, columns);
  const wrong = missing.length + twice.length > 0;
  const list = (fields: Field[]) => fields.map((field) => words.field[field]).join(', ');
  const go = (apply: boolean) => {
    if (!wrong) run(columns, owner.trim(), apply);
  };
  return (
    <form
      class="card fields"
      onSubmit={(event) => {
        event.preventDefault();
        go(false);
      }}
    >
      <div class="row">
        <label>
          <span>{words.columns.encoding}</span>
          <select
            value={now.encoding}
            onChange={(event) => preview(event.currentTarget.value as Encoding, now.separator)}
          >
            {encodings.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.columns.separator}</span>
          <select
            value={now.separator}
            onChange={(event) => preview(now.encoding, event.currentTarget.value as Separator)}
          >
            {separators.map((one) => (
              <option key={one} value={one}>
                {words.separator[one]}
              </option>
            ))}
          </select>
        </label>
        {now.kind === 'cases' && (
          <label>
            <span>{words.columns.owner}</span>
            <input
              value={owner}
              maxLength={32}
              autocapitalize="none"
              onInput={(event) => setOwner(event.currentTarget.value)}
            />
          </label>
        )}
      </div>
      {/* Reached by the keyboard, since it may be wider than the window. */}
      <div class="sheet" tabIndex={0} role="region" aria-label={words.columns.label}>
        <table>
          <thead>
            <tr>
              {now.headers.map((header, i) => (
                <th key={i} scope="col">
                  <label>
                    <bdi>{header || fill(words.columns.nameless, { number: i + 1 })}</bdi>
                    <select
                      value={columns[i] ?? ''}
                      onChange={(event) => {
                        const next = (event.currentTarget.value || null) as Field | null;
                        setColumns(now.headers.map((_, j) => (i === j ? next : (columns[j] ?? null))));
                      }}
                    >
                      <option value="">{words.columns.none}</option>
                      {now.fields.map(({ field }) => (
                        <option key={field} value={field}>
                          {words.field[field]}
                        </option>
                      ))}
                    </select>
                  </label>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {now.rows.map((row, i) => (
              <tr key={i}>
                {now.headers.map((_, j) => (
                  <td key={j}>
                    <bdi>{row[j] ?? ''}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft">{words.columns.empty}</p>
      <p class="late" role="alert">
        {missing.length > 0 ? fill(words.columns.missing, { fields: list(missing) }) : ''}
        {twice.length > 0 ? fill(words.columns.twice, { fields: list(twice) }) : ''}
      </p>
      <div class="row">
        <button type="submit" aria-disabled={wrong}>
          {words.columns.check}
        </button>
        <button type="button" class="go" aria-disabled={wrong} onClick={() => go(true)}>
          {words.columns.import}
        </button>
      </div>
    </form>
  );
}
