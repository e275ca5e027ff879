import { NotifyChoice } from '../attention/notify-choice';
import { usePreference } from '../preference';
import { words } from '../words';

/** What this browser does by itself, each with its switch, and the keys that work here. */
export function Preferences() {
  const [sound, setSound] = usePreference('sound');
  const [keys, setKeys] = usePreference('keys');
  const w = words.preferences;
  const list: [string, string][] = [
    ['/', w.search],
    ['C', w.showCall],
    ['1 … 9', w.choose],
    ['I', w.identified],
    ['N', w.note],
    ['U', w.profile],
    ['P E A', w.caseActs],
    ['O G K', w.caseMoves],
    ['S', w.caseSolved],
    ['V 1 … 9', w.caseOwed],
    ['Z', w.samePerson],
    ['V N', words.customer.newCase],
    ['V 0', w.letter],
    ['0', w.notifyKey],
    ['D', w.refuse],
    ['W', w.why],
    ['B', w.callBack],
    ['J', w.callFirst],
    ['T', w.typeNumber],
    ['X', w.hangUp],
    [Object.values(words.out.judgeKey).join(' '), w.judge],
    ['H', w.handOver],
    ['L', w.leave],
    ['Q', w.wrapUp],
    ['F', w.finish],
    ['R', w.readyAgain],
  ];
  return (
    <section class="card preferences" aria-labelledby="preferences-title">
      <h2 id="preferences-title">{w.title}</h2>
      <label class="tick">
        <input type="checkbox" checked={sound} onChange={(event) => setSound(event.currentTarget.checked)} />
        {w.sound}
      </label>
      <NotifyChoice />
      <label class="tick">
        <input type="checkbox" checked={keys} onChange={(event) => setKeys(event.currentTarget.checked)} />
        {w.keys}
      </label>
      <dl class="keys">
        {(keys ? list : []).concat([['Ctrl ↵', w.saveNote]]).map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd class="soft">{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
