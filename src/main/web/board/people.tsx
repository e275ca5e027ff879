import { Clock } from '../desk/clock';
import type { Person } from '../wire-board';
import { words } from '../words';
import { Availabilities } from './supervise';

type Props = { people: Person[]; offset: number; stale: boolean; supervises: boolean };

/** Who talks, who is ready and who is away, by name: it ranks nobody. */
export function People({ people, offset, stale, supervises }: Props) {
  const w = words.board;
  return (
    <section class="card">
      <h2 tabIndex={-1}>{w.team}</h2>
      {people.length === 0 ? (
        <p class="soft">{w.nobodyHere}</p>
      ) : (
        <ul class="lines">
          {people.map((one) => {
            const state = stateOf(one);
            return (
              <li class="line" key={one.id}>
                <b>
                  <bdi>{one.name}</bdi>
                </b>
                <span class={`tag state-${state.kind}`}>
                  <i class="dot" aria-hidden="true" />
                  {state.word}
                </span>
                <span class="soft what">
                  {one.availability === 'away' && one.awayReason && (
                    <>
                      <bdi>{one.awayReason}</bdi>
                      {' · '}
                    </>
                  )}
                  {!stale && <Clock since={one.talkingSince ?? one.since} offset={offset} />}
                </span>
                {supervises && <Availabilities of={one} />}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

type State = { kind: string; word: string };

/** What they do counts before what they chose; a phone that is not there before both. */
function stateOf(one: Person): State {
  const w = words.board;
  if (one.talkingSince || one.activity === 'talking') return { kind: 'talking', word: w.talking };
  if (one.activity === 'ringing') return { kind: 'ringing', word: w.ringing };
  if (one.availability === 'off') return { kind: 'away', word: w.off };
  if (one.availability === 'away') return { kind: 'away', word: w.away };
  if (one.activity === 'unreachable') return { kind: 'late', word: w.unreachable };
  if (one.activity === 'wrapping-up') return { kind: 'away', word: w.wrappingUp };
  return { kind: 'ready', word: w.ready };
}
