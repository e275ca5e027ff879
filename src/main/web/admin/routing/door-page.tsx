import { useState } from 'preact/hooks';
import { Loaded, useAsked } from '../parts/loaded';
import { routingApi } from '../routing-api';
import { words } from '../words';
import { DoorForm } from './door-form';
import { RoutingForm } from './routing-form';

/** One public number: what it is, and who answers when. */
export function DoorPage({ id }: { id: number }) {
  const asked = useAsked(async () => {
    const [door, routing, teams, agents] = await Promise.all([
      routingApi.door(id),
      routingApi.routing(id),
      routingApi.teams(),
      routingApi.agents(),
    ]);
    return { door, routing, teams, agents };
  }, String(id));
  // Whoever would answer is foreseen with the team as it stands in the form above, saved or not.
  const [team, setTeam] = useState<number | null>(null);
  return (
    <>
      <p>
        <a href="#doors">{words.doors.all}</a>
      </p>
      <Loaded asked={asked}>
        {(all) => (
          <>
            <DoorForm
              key={`door ${asked.told}`}
              door={all.door}
              teams={all.teams}
              chosen={setTeam}
              saved={(door) => asked.set({ ...all, door })}
              again={asked.again}
            />
            <RoutingForm
              key={`routing ${asked.told}`}
              door={all.door}
              team={team ?? all.door.teamId}
              routing={all.routing}
              teams={all.teams}
              agents={all.agents}
              saved={(routing) => asked.set({ ...all, routing })}
              again={asked.again}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
