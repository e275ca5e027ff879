import { Clock, Left } from '../desk/clock';
import type { Waiting } from '../wire-board';
import { words } from '../words';
import { Say } from '../words/say';
import { masked } from './caller';
import { EndOffer } from './supervise';

type Props = { waiting: Waiting[]; offset: number; stale: boolean; supervises: boolean };

/** Who waits, how long, for whom and why. */
export function WhoWaits({ waiting, offset, stale, supervises }: Props) {
  const w = words.board;
  return (
    <section class="card">
      <h2 tabIndex={-1}>{w.who}</h2>
      {waiting.length === 0 ? (
        <p class="soft">{w.nobodyWaits}</p>
      ) : (
        <ul class="lines">
          {waiting.map((one) => {
            const who = one.customer?.name ?? masked(one.number);
            return (
              <li class="line" key={one.call}>
                <b>
                  <bdi>{who}</bdi>
                </b>
                <span class="when">{!stale && <Clock since={one.since} offset={offset} />}</span>
                <span class="soft what">
                  <ForWhom one={one} offset={offset} />
                  {one.frontDoor && (
                    <>
                      {' · '}
                      <bdi>{one.frontDoor.name}</bdi>
                    </>
                  )}
                </span>
                {supervises && one.ringing && (
                  <EndOffer call={one.call} offer={one.ringing.offer} who={who} />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function ForWhom({ one, offset }: { one: Waiting; offset: number }) {
  const w = words.board;
  if (one.ringing) {
    return (
      <span class="rings">
        <Say text={w.rings} slots={{ name: one.ringing.name }} />
      </span>
    );
  }
  const known = one.why?.considered.find((considered) => 'name' in considered);
  const until = one.why?.until ? Date.parse(one.why.until) : Number.NaN;
  return (
    <>
      {known && 'name' in known ? (
        <Say text={words.reasons.because[known.because] ?? '{name}'} slots={{ name: known.name }} />
      ) : one.why?.stage === 'closed' ? (
        w.closed
      ) : (
        w.free
      )}
      {until > Date.now() + offset && (
        <>
          {', '}
          {w.thenOthers} <Left until={until} offset={offset} />
        </>
      )}
    </>
  );
}
