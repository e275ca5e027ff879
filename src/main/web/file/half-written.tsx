import { words } from '../words';

/** Stands on the key of a form that was closed before it was saved. */
export function HalfWritten() {
  return (
    <span class="half-written" title={words.draft.begun}>
      <span aria-hidden="true">✎</span>
      <span class="unseen"> ({words.draft.begun})</span>
    </span>
  );
}
