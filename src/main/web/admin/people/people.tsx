import { Plus, UserRound } from 'lucide';
import { Icon } from '../parts/icon';
import { Loaded, useAsked } from '../parts/loaded';
import type { Place } from '../place';
import { routingApi } from '../routing-api';
import { words } from '../words';
import { NewPerson } from './new-person';
import { PersonPage } from './person-page';

/** Everybody who answers; one of them, when the address names them. */
export function People({ place }: { place: Place }) {
  if (place.id === 'new') return <NewPerson />;
  const id = Number(place.id);
  return id ? <PersonPage key={id} id={id} /> : <Everybody />;
}

function Everybody() {
  const people = useAsked(routingApi.agents, '');
  const teams = useAsked(routingApi.teams, '');
  const w = words.people;
  const names = (ids: number[]) =>
    teams.now.kind === 'here'
      ? teams.now.value.filter((team) => ids.includes(team.id)).map((team) => team.name)
      : [];
  return (
    <>
      <Loaded asked={people}>
        {(all) => (
          <ul class="links">
            {all.map((person) => (
              <li key={person.id} class={person.disabled ? 'out' : ''}>
                <a href={`#people/${person.id}`}>
                  <Icon of={UserRound} />
                  <span>
                    <b>
                      <bdi>{person.name}</bdi>
                    </b>
                    <bdi class="soft">{[words.role[person.role], ...names(person.teamIds)].join(' · ')}</bdi>
                  </span>
                  <span class={`tag ${person.disabled ? 'soft' : person.availability}`}>
                    <i class="dot" aria-hidden="true" />
                    {person.disabled ? w.disabled : w.availability[person.availability]}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {/* Below what is told, so not before it: nothing jumps. */}
      {people.told > 0 && (
        <div class="row">
          <a class="button" href="#people/new">
            <Icon of={Plus} /> {w.add}
          </a>
        </div>
      )}
    </>
  );
}
