import { useEffect, useState } from 'preact/hooks';
import { duration } from '../words/time';

/** A running duration, told once a second; screen readers find it but are not told each second. */
export function Clock({ since, offset }: { since: string; offset: number }) {
  const [now, tick] = useState(Date.now);
  useEffect(() => {
    tick(Date.now());
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <span class="num" role="timer" aria-live="off">
      {duration(now + offset - Date.parse(since))}
    </span>
  );
}
