import type { Table } from './wire';
import { words } from './words';

const tables: Table[] = ['customers', 'numbers', 'cases', 'notes', 'promises', 'errands', 'timeline'];

/** Everything out again, as files that this page reads. */
export function Export() {
  return (
    <section class="card" aria-labelledby="export-title">
      <h2 id="export-title">{words.export.title}</h2>
      <p class="soft">{words.export.text}</p>
      <ul class="row">
        {tables.map((table) => (
          <li key={table}>
            <a class="button" href={`/api/exports/${table}`} download={`${table}.csv`}>
              {words.kind[table]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
