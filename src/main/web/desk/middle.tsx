import type { FileActions } from '../file/actions';
import { CallNote } from '../file/call-note';
import { UnknownCaller } from '../file/caller';
import { CustomerFile } from '../file/customer';
import { callerOf, callWith, type DeskState, personShown } from '../state/desk-state';
import { words } from '../words';

type Props = { desk: DeskState; search: (query: string) => void; actions: FileActions };

/** The open file, and what is said on a call that has no case yet; that stays under the cursor whoever the caller turns out to be. */
export function Middle({ desk, search, actions }: Props) {
  const { call, me } = desk;
  const noting = desk.file === 'call' && call !== null && call.phase !== 'ringing';
  return (
    <>
      <File desk={desk} search={search} actions={actions} />
      {noting && (
        <CallNote
          key={call.pop.call}
          call={call.pop.call}
          person={callerOf(call)}
          me={me}
          actions={actions}
        />
      )}
    </>
  );
}

/** The open file. A file that goes from its call to being merely open stays the same element: the cursor stays in it. */
function File({ desk, search, actions }: Props) {
  const { call, file, me } = desk;
  const person = personShown(desk);
  if (person) {
    return (
      <CustomerFile
        key={person.id}
        person={person}
        cases={file === null || file === 'call' ? 'here' : file.cases}
        me={me}
        call={call}
        calling={file === 'call'}
        first={file !== null && file !== 'call' ? file.first : call?.pop.why.params?.caseId}
        during={callWith(desk, person.id)}
        live={desk.link.kind === 'live'}
        mayBeCaller={file !== 'call' && call !== null && callerOf(call) === null}
        actions={actions}
      />
    );
  }
  if (file === 'call' && call)
    return <UnknownCaller key={call.pop.call} call={call} me={me} search={search} actions={actions} />;
  return (
    <div class="empty">
      <h2>{words.idle.title}</h2>
      <p class="soft">{words.idle.text}</p>
    </div>
  );
}
