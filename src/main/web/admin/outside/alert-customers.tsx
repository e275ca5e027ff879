import { adminApi } from '../api';
import { Loaded, useAsked } from '../parts/loaded';
import { Table } from '../parts/table';
import { words } from '../words';

/** Whom an alert is about, those still to be called first. */
export function AlertCustomers({ of }: { of: string }) {
  const asked = useAsked(() => adminApi.alertCustomers(of), of);
  const w = words.alerts;
  return (
    <Loaded asked={asked}>
      {(customers) =>
        customers.length === 0 ? (
          <p class="soft">{w.nobody}</p>
        ) : (
          <Table label={w.customers} heads={[w.customer, w.agent, w.state]}>
            {customers.map(({ customer, agent, told }) => (
              <tr key={customer.id}>
                <td>
                  <bdi>{customer.name}</bdi>
                </td>
                <td>
                  <bdi>{agent?.name ?? w.noAgent}</bdi>
                </td>
                <td>{told ? w.wasTold : w.toCall}</td>
              </tr>
            ))}
          </Table>
        )
      }
    </Loaded>
  );
}
