import { Circle, CircleCheck } from 'lucide';
import { fill } from '../../words/fill';
import { Icon } from '../parts/icon';
import { useAsked } from '../parts/loaded';
import { routingApi } from '../routing-api';
import { words } from '../words';
import { firstSteps } from './first-steps';

/** Leads a new house by the hand to its first answered call, and is gone with it. */
export function Guide() {
  const asked = useAsked(
    () => Promise.all([routingApi.doors(), routingApi.agents(), routingApi.wasCalled()]),
    '',
  );
  if (asked.now.kind !== 'here') return null;
  const [doors, people, called] = asked.now.value;
  const steps = firstSteps(doors, people, called);
  if (steps.length === 0) return null;
  const w = words.guide;
  return (
    <section class="card stack" aria-labelledby="guide-title">
      <h2 id="guide-title">{w.title}</h2>
      <ol class="guide">
        {steps.map((step) => (
          <li key={step.name} class={step.done ? 'soft' : ''}>
            <Icon of={step.done ? CircleCheck : Circle} />
            <span>
              {step.href && !step.done ? (
                <a href={step.href}>{w[step.name]}</a>
              ) : (
                fill(w[step.name], { number: doors[0]?.display ?? '' })
              )}
              <span class="unseen"> {step.done ? w.done : w.open}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
