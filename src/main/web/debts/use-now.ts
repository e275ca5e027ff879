import { useEffect, useState } from 'preact/hooks';

const often = 10_000; // milliseconds: words like "late by 5 minutes" need no more

/** The service's time, now and then. */
export function useNow(offset: number): number {
  const [now, tick] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), often);
    return () => clearInterval(timer);
  }, []);
  return now + offset;
}
