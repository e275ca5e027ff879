import { routingApi } from '../routing-api';
import type { Names } from './value';

/** Who and what the ids in settings stand for, now. */
export async function namesNow(): Promise<Names> {
  const [teams, people, doors] = await Promise.all([
    routingApi.teams(),
    routingApi.agents(),
    routingApi.doors(),
  ]);
  const byId = (all: { id: number; name: string }[]) => new Map(all.map(({ id, name }) => [id, name]));
  return { teams: byId(teams), people: byId(people), doors: byId(doors) };
}
