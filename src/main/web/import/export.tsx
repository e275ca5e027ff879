import { kinds, records } from './wire';
import { words } from './words';

/** Everything out again, as files that this page reads. */
export function Export() {
  return (
    <section class="card" aria-labelledby="export-title">
      <h2 id="export-title">{words.export.title}</h2>
      <p class="soft">{words.export.text}</p>
      <ul class="row">
        {kinds.map((table) => (
          <File key={table} table={table} name={words.kind[table]} />
        ))}
      </ul>
      <p class="soft">{words.export.record}</p>
      <ul class="row">
        {records.map((table) => (
          <File key={table} table={table} name={words.record[table]} />
        ))}
      </ul>
    </section>
  );
}

function File({ table, name }: { table: string; name: string }) {
  return (
    <li>
      <a class="button" href={`/api/exports/${table}`} download={`${table}.csv`}>
        {name}
      </a>
    </li>
  );
}
