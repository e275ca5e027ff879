import { DoorOpen, Plus } from 'lucide';
import { Icon } from '../parts/icon';
import { Loaded, useAsked } from '../parts/loaded';
import type { Place } from '../place';
import { routingApi } from '../routing-api';
import { words } from '../words';
import { DoorPage } from './door-page';
import { NewDoor } from './new-door';

/** The public numbers; one of them, when the address names it. */
export function Doors({ place }: { place: Place }) {
  if (place.id === 'new') return <NewDoor />;
  const id = Number(place.id);
  return id ? <DoorPage key={id} id={id} /> : <AllDoors />;
}

function AllDoors() {
  const doors = useAsked(routingApi.doors, '');
  const teams = useAsked(routingApi.teams, '');
  const w = words.doors;
  const team = (id: number) =>
    teams.now.kind === 'here' ? (teams.now.value.find((one) => one.id === id)?.name ?? '') : '';
  return (
    <>
      <Loaded asked={doors}>
        {(all) =>
          all.length === 0 ? (
            <p class="card soft">{w.none}</p>
          ) : (
            <ul class="links">
              {all.map((door) => (
                <li key={door.id}>
                  <a href={`#doors/${door.id}`}>
                    <Icon of={DoorOpen} />
                    <span>
                      <b class="num">{door.display}</b>
                      <bdi>{door.name}</bdi>
                    </span>
                    <bdi class="soft">{team(door.teamId)}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {/* Below what is told, so not before it: nothing jumps. */}
      {doors.told > 0 && (
        <div class="row">
          <a class="button" href="#doors/new">
            <Icon of={Plus} /> {w.add}
          </a>
        </div>
      )}
    </>
  );
}
