import { useEffect, useState } from 'preact/hooks';
import { routingApi } from '../routing-api';
import { type Facts, firstSteps, many, reachedPeople, type Step } from './first-steps';

export type Led = { steps: Step[]; number: string };

/** The steps get their ticks while somebody looks: a phone that signs in and a call tell the page nothing. */
const lookAgain = 2000; // milliseconds

const nothing: Led = { steps: [], number: '' };

/** Null until it is known whether this house is new; asked again at each place, and now and then, while it is. */
export function useGuide(place: string): Led | null {
  const [led, set] = useState<Led | null>(null);
  const over = led !== null && led.steps.length === 0;
  useEffect(() => {
    if (over) return;
    let current = true;
    const look = async () => {
      const now = await facts().then(ledBy, () => null);
      // what cannot be read says nothing new, and keeps nobody from the page
      if (current) set((before) => now ?? before ?? nothing);
    };
    void look();
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), lookAgain);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [place, over]);
  return led;
}

const ledBy = (known: Facts): Led => ({ steps: firstSteps(known), number: known.doors[0]?.display ?? '' });

async function facts(): Promise<Facts> {
  const [doors, people, calls] = await Promise.all([
    routingApi.doors(),
    routingApi.agents(),
    routingApi.lastCalls(many),
  ]);
  const door = doors[0];
  const asks = door && calls.length === 0 && reachedPeople(doors, people).length > 0;
  return { doors, people, calls, rings: asks ? await routingApi.rings(door.id) : false };
}
