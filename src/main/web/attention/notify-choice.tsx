import { useState } from 'preact/hooks';
import { usePreference } from '../preference';
import { words } from '../words';

/** Whether the browser may tell of a call while another window is in front. It is asked when the agent says so, and never before. */
export function NotifyChoice() {
  const [allowed, setAllowed] = useState(() => ('Notification' in window ? Notification.permission : null));
  const [on, setOn] = usePreference('notify');
  if (allowed === null) return null;
  const w = words.preferences;
  if (allowed === 'denied') return <p class="soft">{w.notifyDenied}</p>;
  const choose = async (wanted: boolean) => {
    if (allowed === 'default') setAllowed(await Notification.requestPermission());
    setOn(wanted);
  };
  return (
    <label class="tick">
      <input
        type="checkbox"
        aria-keyshortcuts="0"
        checked={allowed === 'granted' && on}
        onChange={(event) => void choose(event.currentTarget.checked)}
      />
      <span>
        {w.notify} <kbd>0</kbd>
      </span>
    </label>
  );
}
