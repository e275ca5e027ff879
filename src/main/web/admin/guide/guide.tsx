import { Circle, CircleCheck } from 'lucide';
import { fill } from '../../words/fill';
import { Icon } from '../parts/icon';
import { words } from '../words';
import type { Led } from './use-guide';

type Props = {
  led: Led;
  /** Where one is, such as "#people/new": what is to be done here needs no way to it. */
  here: string;
};

/** Leads a new house by the hand to its first answered call, wherever on the page one is, and is gone with it. */
export function Guide({ led: { steps, number }, here }: Props) {
  if (steps.length === 0) return null;
  const w = words.guide;
  const done = steps.filter((step) => step.done).length;
  return (
    <section class="card stack guide" aria-labelledby="guide-title">
      <div class="row">
        <h2 id="guide-title">{w.title}</h2>
        <p class="soft" role="status">
          {fill(w.progress, { done, all: steps.length })}
        </p>
      </div>
      <ol>
        {steps.map((step) => {
          const text = fill(w[step.name], { number, address: location.host });
          return (
            <li key={step.name} class={step.done ? 'soft' : ''}>
              <Icon of={step.done ? CircleCheck : Circle} />
              <span>
                {step.href && !step.done && step.href !== here ? <a href={step.href}>{text}</a> : text}
                <span class="unseen"> {step.done ? w.done : w.open}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
