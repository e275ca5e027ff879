import { useEffect, useState } from 'preact/hooks';
import { duration } from '../words/time';

/** The time now, once a second; anew when what it is for changes. */
function useNow(what: unknown): number {
  const [now, tick] = useState(Date.now);
  useEffect(() => {
    tick(Date.now());
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [what]);
  return now;
}

/** A running duration, told once a second; screen readers find it but are not told each second. */
export function Clock({ since, offset }: { since: string; offset: number }) {
  const now = useNow(since);
  return (
    <span class="num" role="timer" aria-live="off">
      {duration(now + offset - Date.parse(since))}
    </span>
  );
}

/** What is left until a moment in milliseconds of the service's clock; never less than nothing. */
export function Left({ until, offset }: { until: number; offset: number }) {
  const now = useNow(until);
  return (
    <span class="num" role="timer" aria-live="off">
      {duration(Math.max(0, until - now - offset))}
    </span>
  );
}
