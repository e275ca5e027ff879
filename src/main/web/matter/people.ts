import { useEffect, useState } from 'preact/hooks';
import { api } from '../api';
import type { Colleague } from '../wire';

const fresh = 300_000; // milliseconds
let known: Promise<Colleague[]> | null = null;
let askedAt = 0;

/** Everybody of the house, asked for now and then. Empty until they are here. */
export function usePeople(): Colleague[] {
  const [people, set] = useState<Colleague[]>([]);
  useEffect(() => {
    let current = true;
    if (!known || Date.now() - askedAt > fresh) {
      known = api.colleagues();
      askedAt = Date.now();
    }
    known.then(
      (all) => current && set(all),
      () => {
        known = null;
      },
    );
    return () => {
      current = false;
    };
  }, []);
  return people;
}
