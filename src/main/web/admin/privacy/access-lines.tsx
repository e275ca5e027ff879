import { fill } from '../../words/fill';
import { moment } from '../../words/time';
import { Table } from '../parts/table';
import type { AccessLine } from '../wire';
import { words } from '../words';

export function AccessLines({ lines }: { lines: AccessLine[] }) {
  const w = words.accessLog;
  const act = w.act as Record<string, string>;
  const right = w.right as Record<string, string>;
  return (
    <Table label={words.section['access-log'].title} heads={[w.when, w.who, w.what, w.whose, w.byRight]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <td class="num">
            <time dateTime={line.at}>{moment(line.at)}</time>
          </td>
          <td>
            <bdi>{line.agent?.name ?? w.nobody}</bdi>
          </td>
          <td>{act[line.act] ?? line.act}</td>
          <td class="joined">
            {line.customers.map((one) => (
              <span key={one.id}>
                {one.name ? (
                  <a href={`#privacy/${one.id}`}>
                    <bdi>{one.name}</bdi>
                  </a>
                ) : (
                  fill(w.gone, { id: one.id })
                )}
              </span>
            ))}
          </td>
          <td>
            {right[line.reason] ?? line.reason}
            {line.words && (
              <>
                {' '}
                <q>
                  <bdi>{line.words}</bdi>
                </q>
              </>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
