import { useState } from 'preact/hooks';
import type { Fault } from '../api';
import { faultOf } from '../api';
import { CallKey } from '../out/call-key';
import type { CallOnDesk } from '../state/desk-state';
import type { Case, Me, Person } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';
import type { FileActions } from './actions';
import { Say } from '../words/say';
import { CaseCard } from './case';
import { Letter } from './letter';
import { NewCase } from './new-case';
import { Profile } from './profile';
import { Protected } from './protected';
import { SamePerson } from './same-person';

type Props = {
  person: Person;
  cases: 'loading' | 'here' | 'failed';
  me: Me;
  call: CallOnDesk | null;
  /** This is the file of the person on the line, shown because of the call. */
  calling: boolean;
  /** The case that stands first, when it is about one. */
  first: number | undefined;
  /** The call on which one talks with them, or has just talked. */
  during: string | null;
  /** What the desk says of the call is current. */
  live: boolean;
  /** Nobody knows yet who is on the line: it may be this person. */
  mayBeCaller: boolean;
  actions: FileActions;
};

const saysOfCall = {
  ringing: words.caller.isCalling,
  talking: words.strip.talking,
  ended: words.caller.wasCalling,
};

/** All that the desk knows of one person: how to be with them on the phone, then their cases. */
export function CustomerFile({
  person,
  cases,
  me,
  call,
  calling,
  first,
  during,
  live,
  mayBeCaller,
  actions,
}: Props) {
  return (
    <section class="file" aria-labelledby="file-title">
      <div class="row head">
        <h2 id="file-title" tabIndex={-1}>
          <bdi>{person.name}</bdi>
        </h2>
        {calling && call && live && <span class="tag">{saysOfCall[call.phase]}</span>}
        <div class="right row">
          {calling && call && call.pop.customers.length > 1 && (
            <button type="button" onClick={actions.chooseAgain}>
              {words.caller.again}
            </button>
          )}
          {mayBeCaller && call && <ThisOne person={person} call={call.pop.call} actions={actions} />}
          {!calling && (
            <button type="button" onClick={actions.close}>
              {words.customer.close}
            </button>
          )}
        </div>
      </div>
      {person.protected && (
        <Protected person={person} me={me} call={calling ? call : null} actions={actions} />
      )}
      {person.note && (
        <p class="remember notes-for-phone" dir="auto">
          <b>{words.customer.goodToKnow}</b> {person.note}
        </p>
      )}
      {!person.protected && <HowToBe person={person} />}
      {person.numbers && person.numbers.length > 0 && <Numbers person={person} />}
      {!person.protected && (
        <div class="file-acts">
          <Profile customerId={person.id} me={me} actions={actions} />
          <SamePerson customerId={person.id} done={(kept) => actions.open(kept)} />
          <Letter customerId={person.id} me={me} actions={actions} />
        </div>
      )}
      <Cases person={person} cases={cases} me={me} during={during} first={first} actions={actions} />
      {cases === 'here' && <NewCase person={person} me={me} actions={actions} />}
    </section>
  );
}

/** How they like to be called, what they speak, whose people they are. */
function HowToBe({ person }: { person: Person }) {
  const w = words.profile;
  const languages: Record<string, string> = w.languages;
  const { called, language, firm } = person;
  if (!called && !language && !firm) return null;
  return (
    <p class="soft facts">
      {called && (
        <span>
          <Say text={w.likes} slots={{ name: called }} />
        </span>
      )}
      {language && (
        <span>
          <Say text={w.speaks} slots={{ language: languages[language.slice(0, 2)] ?? language }} />
        </span>
      )}
      {firm && (
        <span>
          <Say text={w.of} slots={{ firm: firm.name }} />
        </span>
      )}
    </p>
  );
}

function Numbers({ person }: { person: Person }) {
  return (
    <ul class="numbers soft" aria-label={words.customer.numbers}>
      {person.numbers?.map(({ number, display, label }, index) => (
        <li key={number ?? index}>
          {number === null ? (
            <bdi class="num">{display}</bdi>
          ) : (
            <CallKey
              wanted={{ number, customerId: person.id }}
              label={fill(words.out.callNumber, { number: display ?? number })}
            >
              <bdi class="num">{display ?? number}</bdi>
            </CallKey>
          )}{' '}
          {label && <bdi>({label})</bdi>}
        </li>
      ))}
    </ul>
  );
}

type CasesProps = Pick<Props, 'person' | 'cases' | 'me' | 'during' | 'actions'> & {
  first: number | undefined;
};

function Cases({ person, cases, me, during, first, actions }: CasesProps) {
  if (cases === 'loading') return <p class="soft">{words.customer.loading}</p>;
  if (cases === 'failed') {
    return (
      <p class="row late" role="alert">
        {words.customer.failed}
        <button type="button" onClick={() => actions.fetchCases(person.id)}>
          {words.customer.retry}
        </button>
      </p>
    );
  }
  if (person.cases.length === 0) return <p class="soft">{words.customer.noCases}</p>;
  const rank = (one: Case) => (one.id === first ? 0 : one.status === 'closed' ? 2 : 1);
  const sorted = [...person.cases].sort((a, b) => rank(a) - rank(b));
  return sorted.map((one, index) => (
    <CaseCard
      key={one.id}
      one={one}
      me={me}
      during={during}
      closed={person.protected === true}
      open={index === 0 && one.status !== 'closed'}
      actions={actions}
    />
  ));
}

function ThisOne({ person, call, actions }: { person: Person; call: string; actions: FileActions }) {
  const [fault, setFault] = useState<Fault | null>(null);
  const choose = () => actions.setCaller(call, person).catch((failure) => setFault(faultOf(failure)));
  return (
    <>
      <button type="button" class="go" onClick={choose}>
        {words.caller.thisOne}
      </button>
      {fault && (
        <span class="late" role="alert">
          {fill(words.caller.failed, { problem: words.problem[fault] })}
        </span>
      )}
    </>
  );
}
