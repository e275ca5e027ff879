import { api } from '../../api';
import { Loaded, useAsked } from '../parts/loaded';
import { routingApi } from '../routing-api';
import { words } from '../words';
import { Access } from './access';
import { AvailabilityNow } from './availability-now';
import { PersonForm } from './person-form';

/** One person: who they are here, their passwords, and the door. */
export function PersonPage({ id }: { id: number }) {
  const asked = useAsked(async () => {
    const [people, teams, me] = await Promise.all([routingApi.agents(), routingApi.teams(), api.me()]);
    return { person: people.find((one) => one.id === id) ?? null, people, teams, me };
  }, String(id));
  return (
    <>
      <p>
        <a href="#people">{words.people.everybody}</a>
      </p>
      <Loaded asked={asked}>
        {({ person, people, teams, me }) =>
          person === null ? (
            <p class="card soft">{words.people.gone}</p>
          ) : (
            <>
              <PersonForm
                key={`person ${asked.told}`}
                person={person}
                people={people}
                teams={teams}
                saved={(now) => asked.set({ person: now, people, teams, me })}
                again={asked.again}
              />
              {!person.disabled && (
                <AvailabilityNow
                  key={`${person.availability} ${asked.told}`}
                  person={person}
                  changed={(now) => asked.set({ person: now, people, teams, me })}
                />
              )}
              <Access
                person={person}
                isMe={person.id === me.id}
                people={people}
                changed={(now) => asked.set({ person: now, people, teams, me })}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}
