import type { ComponentChildren } from 'preact';
import { fill } from '../../words/fill';
import { when } from '../../words/time';
import type { Health, Trunk } from '../wire-health';
import { words } from '../words';
import { State } from './state';

const trunkIs: Record<Trunk, 'well' | 'ill' | 'unknown'> = {
  none: 'unknown',
  reachable: 'well',
  unreachable: 'ill',
  'not-asked': 'unknown',
  registered: 'well',
  unregistered: 'ill',
  rejected: 'ill',
  unknown: 'unknown',
};

/** What calls go through, part by part. */
export function Now({ health }: { health: Health }) {
  const w = words.health;
  const { asterisk, trunk, fallbackInStep, checks, service } = health;
  const step = fallbackInStep === null ? 'unknown' : fallbackInStep ? 'inStep' : 'outOfStep';
  const late = asterisk.connected && !asterisk.answered;
  return (
    <section class="card stack" aria-labelledby="now-title">
      <h2 id="now-title">{w.now}</h2>
      <dl class="parts">
        <Part name={w.trunk} text={late ? w.late : w.trunkText[trunk]}>
          <State is={trunkIs[trunk]}>{w.trunkIs[trunk]}</State>
        </Part>
        <Part
          name={w.asterisk}
          text={asterisk.version ? fill(w.version, { version: asterisk.version }) : w.asteriskAway}
        >
          <State is={asterisk.answered ? 'well' : 'ill'}>
            {late ? w.notAnswering : asterisk.connected ? w.connected : w.notConnected}
          </State>
        </Part>
        <Part name={w.fallback} text={late ? w.late : w.stepText[step]}>
          <State is={step === 'inStep' ? 'well' : step === 'outOfStep' ? 'ill' : 'unknown'}>
            {w.stepIs[step]}
          </State>
        </Part>
        {(['database', 'floor'] as const)
          .filter((name) => checks[name] !== undefined)
          .map((name) => (
            <Part key={name} name={w.check[name]} text={w.checkText[name]}>
              <State is={checks[name] === 'up' ? 'well' : 'ill'}>
                {checks[name] === 'up' ? w.up : w.down}
              </State>
            </Part>
          ))}
        <Part name={w.service} text={fill(w.since, { at: when(service.startedAt) })}>
          <bdi>{fill(w.version, { version: service.version })}</bdi>
        </Part>
      </dl>
    </section>
  );
}

type Props = { name: string; text: string; children: ComponentChildren };

function Part({ name, text, children }: Props) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="is">{children}</dd>
      <dd class="soft">{text}</dd>
    </div>
  );
}
