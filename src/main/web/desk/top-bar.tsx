import { useState } from 'preact/hooks';
import { draftsOf } from '../file/draft';
import type { DeskState } from '../state/desk-state';
import type { Availability } from '../wire';
import { words } from '../words';
import { AvailabilitySwitch } from './availability';

type Props = {
  desk: DeskState;
  signOut: () => void;
  availabilityChanged: (availability: Availability, reason: string | null) => void;
};

export function TopBar({ desk, signOut, availabilityChanged }: Props) {
  return (
    <header class={desk.link.kind === 'lost' ? 'bar stale' : 'bar'}>
      <div class="wide">
        <div class="home">
          <Brand />
          <LinkState desk={desk} />
          {desk.me.role === 'administrator' && (
            <a href="/admin" target="_blank">
              {words.me.admin}
            </a>
          )}
        </div>
        {desk.link.kind !== 'connecting' && (
          <AvailabilitySwitch
            availability={desk.availability}
            reason={desk.awayReason}
            changed={availabilityChanged}
          />
        )}
        <SignOut desk={desk} signOut={signOut} />
      </div>
    </header>
  );
}

export function Brand() {
  return (
    <span class="brand" lang="fr">
      {words.brand.slice(0, -1)}
      <i>{words.brand.slice(-1)}</i>
    </span>
  );
}

function LinkState({ desk }: { desk: DeskState }) {
  const { kind } = desk.link;
  return (
    <span class={`link ${kind}`}>
      <i class="dot" aria-hidden="true" />
      {words.link[kind]}
    </span>
  );
}

function SignOut({ desk, signOut }: { desk: DeskState; signOut: () => void }) {
  const [asking, ask] = useState(false);
  // Drafts are there again at the next sign-in, on any machine; only what the service does not have would be missing.
  const leave = async () => ((await draftsOf(desk.me.id).settle()) ? signOut() : ask(true));
  if (asking) {
    return (
      <div class="me">
        <span class="late" role="alert">
          {words.me.unsaved}
        </span>
        <button type="button" onClick={signOut}>
          {words.me.anyway}
        </button>
        <button type="button" class="go" onClick={() => ask(false)}>
          {words.me.stay}
        </button>
      </div>
    );
  }
  return (
    <div class="me">
      <a class="soft name" href="/account" target="_blank" title={words.me.account}>
        <bdi>{desk.me.name}</bdi>
      </a>
      <button type="button" onClick={() => void leave()}>
        {words.me.signOut}
      </button>
    </div>
  );
}
