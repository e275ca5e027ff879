import { useState } from 'preact/hooks';
import { account } from './api';
import { SmallForm } from './form';
import { words } from './words';

export function Password({ changed }: { changed: () => Promise<void> }) {
  const [done, setDone] = useState(false);
  const w = words.password;
  return (
    <section class="card" aria-labelledby="password-title">
      <h2 id="password-title">{w.title}</h2>
      <SmallForm
        go={w.go}
        wrong={{ current: w.wrongCurrent, fresh: w.wrongFresh }}
        send={async (typed) => {
          setDone(false);
          await account.changePassword(typed('current'), typed('fresh'));
          setDone(true);
          await changed();
        }}
      >
        <label>
          <span>{w.current}</span>
          <input name="current" type="password" autocomplete="current-password" maxLength={200} />
        </label>
        <label>
          <span>{w.fresh}</span>
          <input
            name="fresh"
            type="password"
            autocomplete="new-password"
            maxLength={200}
            aria-describedby="fresh-hint"
          />
          <small id="fresh-hint">{w.hint}</small>
        </label>
      </SmallForm>
      <p role="status">{done && w.done}</p>
    </section>
  );
}
