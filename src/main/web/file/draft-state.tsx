import { words } from '../words';
import type { Keeping } from './draft-keeper';

/** Says where half-written text is. Only bad news is announced; while one types, the rest would be chatter. */
export function DraftState({ keeping }: { keeping: Keeping }) {
  return (
    <>
      <span class="soft">{keeping === 'kept' ? words.draft.kept : ''}</span>
      <span class="late" role="status">
        {keeping === 'failed' ? words.draft.failed : ''}
      </span>
    </>
  );
}
