import { useRef, useState } from 'preact/hooks';
import { type Fault, faultOf } from '../api';
import type { CallOnDesk } from '../state/desk-state';
import type { Me, Person } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import type { FileActions } from './actions';
import { useDraft } from './draft';
import { DraftState } from './draft-state';
import { useSending } from './sending';

type Props = { call: CallOnDesk; me: Me; search: (query: string) => void; actions: FileActions };

/** A call whose caller is not known as one person: says why, and offers every way to find out. */
export function UnknownCaller({ call, me, search, actions }: Props) {
  const { pop } = call;
  const { number } = pop;
  const { title, text } = whatIsKnown(call);
  return (
    <section class="file" aria-labelledby="file-title">
      <h2 id="file-title" tabIndex={-1}>
        <Say text={title} slots={{ number: number.display }} />
      </h2>
      <p>
        <Say text={text} slots={{ number: number.display }} />
      </p>
      {pop.customers.length > 0 && <People call={call} actions={actions} />}
      {pop.customers.length > 0 && <p class="soft">{words.caller.someoneElse}</p>}
      <div class="row">
        <button
          type="button"
          class={pop.lookUp === 'late' ? 'go' : ''}
          onClick={() => search(numberToSearch(call))}
        >
          {numberToSearch(call) ? words.caller.searchNumber : words.caller.search}
        </button>
      </div>
      <NameCaller call={call} me={me} actions={actions} />
    </section>
  );
}

const numberToSearch = ({ pop }: CallOnDesk) => (pop.lookUp === 'late' ? (pop.number.e164 ?? '') : '');

function whatIsKnown({ pop }: CallOnDesk): { title: string; text: string } {
  const w = words.caller;
  if (pop.customers.length > 0) return { title: w.several, text: w.severalText };
  switch (pop.number.kind) {
    case 'withheld':
      return { title: w.withheld, text: w.askWho };
    case 'extension':
      return { title: w.extension, text: w.askWho };
    case 'unreadable':
      return { title: w.unreadable, text: w.askWho };
    case 'number':
      return pop.lookUp === 'late'
        ? { title: w.late, text: w.lateText }
        : { title: w.unknown, text: w.unknownText };
  }
}

function People({ call, actions }: { call: CallOnDesk; actions: FileActions }) {
  const [fault, setFault] = useState<Fault | null>(null);
  const choose = (person: Person) =>
    actions.setCaller(call.pop.call, person).catch((failure) => setFault(faultOf(failure)));
  return (
    <>
      <ul class="people">
        {call.pop.customers.map((person, index) => (
          <li key={person.id}>
            <button
              type="button"
              onClick={() => choose(person)}
              {...(index < 9 ? { 'aria-keyshortcuts': String(index + 1) } : {})}
            >
              {index < 9 && <kbd>{index + 1}</kbd>}
              <span>
                <b>
                  <bdi>{person.name}</bdi>
                </b>
                <span class="soft">
                  {person.cases.length === 0
                    ? words.caller.noCase
                    : person.cases.map((one) => <bdi key={one.id}>{one.title}</bdi>)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {fault && (
        <p class="late" role="alert">
          {fill(words.caller.failed, { problem: words.problem[fault] })}
        </p>
      )}
    </>
  );
}

/** Writes down a caller that nobody knows yet, with the number they call from when there is one. */
function NameCaller({ call, me, actions }: Omit<Props, 'search'>) {
  const [name, setName, keeping] = useDraft(me.id, `call-${call.pop.call}:name.name`);
  const [missing, setMissing] = useState(false);
  const [sending, send] = useSending();
  const box = useRef<HTMLInputElement>(null);
  const save = (event: Event) => {
    event.preventDefault();
    if (!name.trim()) {
      setMissing(true);
      box.current?.focus();
      return;
    }
    void send(async () => {
      await actions.nameCaller(call.pop.call, name.trim(), call.pop.number.e164);
      setName('');
    });
  };
  return (
    <form class="card fields" onSubmit={save}>
      <label>
        <span>{words.caller.name}</span>
        <input
          ref={box}
          value={name}
          maxLength={200}
          autocomplete="off"
          placeholder={words.caller.nameHint}
          aria-invalid={missing}
          aria-describedby="name-fault"
          onInput={(event) => {
            setMissing(false);
            setName(event.currentTarget.value);
          }}
        />
      </label>
      <p id="name-fault" class="late" role="alert">
        {missing
          ? words.caller.nameMissing
          : sending.kind === 'failed'
            ? fill(words.caller.failed, { problem: words.problem[sending.problem.fault] })
            : ''}
      </p>
      <div class="row">
        <button type="submit">
          {sending.kind === 'sending' ? words.caller.creating : words.caller.create}
        </button>
        <DraftState keeping={keeping} />
      </div>
    </form>
  );
}
