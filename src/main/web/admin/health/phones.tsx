import { fill } from '../../words/fill';
import { Table } from '../parts/table';
import type { Health } from '../wire-health';
import { words } from '../words';
import { State } from './state';

/** Whose phone is connected; those that are not, first. */
export function Phones({ all }: { all: Health['phones'] }) {
  const w = words.health;
  const there = all.filter((one) => one.connected).length;
  const ordered = [...all].sort((a, b) => Number(a.connected) - Number(b.connected));
  return (
    <section class="card stack" aria-labelledby="phones-title">
      <div>
        <h2 id="phones-title">{w.phones}</h2>
        <p class="soft">
          {all.length === 0 ? w.noPhones : fill(w.phonesOf, { count: there, over: all.length })}
        </p>
      </div>
      {all.length > 0 && (
        <Table label={w.phonesTable} heads={[w.whose, w.state, w.account]}>
          {ordered.map(({ agent, phone, connected }) => (
            <tr key={agent.id}>
              <td>
                <a href={`#people/${agent.id}`}>
                  <bdi>{agent.name}</bdi>
                </a>
              </td>
              <td>
                <State is={connected ? 'well' : 'unknown'}>{connected ? w.connected : w.notConnected}</State>
              </td>
              <td>
                <bdi>{phone}</bdi>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
