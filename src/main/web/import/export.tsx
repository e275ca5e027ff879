import { kinds } from './wire';
import { words } from './words';

/** Everything out again, as files that this page reads. */
export function Export() {
  return (
    <section class="card" aria-labelledby="export-title">
      <h2 id="export-title">{words.export.title}</h2>
      <p class="soft">{words.export.text}</p>
      <ul class="row">
        {kinds.map((table) => (
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
