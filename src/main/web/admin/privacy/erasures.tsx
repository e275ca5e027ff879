import { fill } from '../../words/fill';
import { moment } from '../../words/time';
import { adminApi } from '../api';
import { Loaded, useAsked } from '../parts/loaded';
import { Table } from '../parts/table';
import { words } from '../words';
import { countsLine } from './counts';

/** What was erased, by whom or by the daily run, newest first. */
export function Erasures() {
  const asked = useAsked(adminApi.erasures, '');
  const w = words.erasures;
  return (
    <Loaded asked={asked}>
      {(all) =>
        all.length === 0 ? (
          <p class="soft">{w.none}</p>
        ) : (
          <Table label={words.section.erasures.title} heads={[w.when, w.who, w.whom, w.what]}>
            {all.map((one) => (
              <tr key={`${one.at} ${one.customerId}`}>
                <td class="num">
                  <time dateTime={one.at}>{moment(one.at)}</time>
                </td>
                <td>
                  <bdi>{one.by?.name ?? w.daily}</bdi>
                </td>
                <td>{one.customerId === null ? w.nobody : fill(w.customer, { id: one.customerId })}</td>
                <td>{one.removed ? countsLine(one.removed) : w.unfinished}</td>
              </tr>
            ))}
          </Table>
        )
      }
    </Loaded>
  );
}
