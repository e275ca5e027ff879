import { useState } from 'preact/hooks';
import { useDrafts } from './draft';
import { type DraftKeeper, type Keeping, worst } from './draft-keeper';

export type Values = Record<string, string>;

export type FormDraft = {
  values: Values;
  /** Something was typed or chosen here that is not saved. */
  begun: boolean;
  set: (name: string, value: string) => void;
  /** It is saved, or thrown away. */
  forget: () => void;
  /** What was begun on is shown as it is now: from here on it is what was seen. */
  seen: () => void;
  keeping: Keeping;
};

const emptied = ' '; // nothing cannot be kept, and means that nothing was typed
const version = 'version';

/**
 * What is typed into a form, kept by the service as notes are. A field that nobody touched is as it starts, also when that changes
 * meanwhile; one that was touched is as it was typed. `version`, when the form starts with one, stays the one that was seen when the
 * first field was touched, on whatever machine that was: so nobody's change is undone unseen.
 */
export function useFormDraft(agentId: number, place: string, names: string[], start: Values = {}): FormDraft {
  const key = (name: string) => `${place}.${name}`;
  const all = start[version] === undefined ? names : [...names, version];
  const drafts = useDrafts(agentId, (kept) =>
    all.map((name) => `${kept.text(key(name))}\0${kept.keeping(key(name))}`).join('\0'),
  );
  const value = (name: string) => {
    const typed = drafts.text(key(name));
    return typed === emptied ? '' : typed || (start[name] ?? '');
  };
  return {
    values: { ...start, ...Object.fromEntries(all.map((name) => [name, value(name)])) },
    begun: names.some((name) => drafts.text(key(name)) !== ''),
    set(name, next) {
      const asItWas = next === (start[name] ?? '');
      drafts.write(key(name), asItWas ? '' : next || emptied);
      const begun = names.some((one) => drafts.text(key(one)) !== '');
      const seen = drafts.text(key(version));
      if (begun && !seen && start[version]) drafts.write(key(version), start[version]);
      if (!begun && seen) drafts.write(key(version), '');
    },
    forget() {
      for (const name of all) if (drafts.text(key(name)) !== '') drafts.write(key(name), '');
      void drafts.settle();
    },
    seen() {
      if (drafts.text(key(version)) !== '') drafts.write(key(version), '');
    },
    keeping: worst(all.map((name) => drafts.keeping(key(name)))),
  };
}

/** Which of some forms of one place is open: the one that was chosen, and until one is, the first that was begun earlier. */
export function useOpenForm<Form extends string>(agentId: number, under: string, forms: Form[]) {
  const [chosen, choose] = useState<Form | 'none' | null>(null);
  const drafts = useDrafts(agentId, (kept) => begunUnder(kept, under).join());
  const here = begunUnder(drafts, under);
  const begun = forms.filter((form) => here.includes(form));
  // one that is not to be had any more is not open
  const wanted = forms.find((form) => form === chosen) ?? null;
  const open = chosen === null ? (begun[0] ?? null) : wanted;
  return {
    open,
    /** It came by itself: the cursor stays where it is. */
    unasked: chosen === null,
    /** Closed, and not saved. */
    waits: (form: Form) => form !== open && begun.includes(form),
    toggle: (form: Form) => choose(form === open ? 'none' : form),
    close: () => choose('none'),
  };
}

function begunUnder(drafts: DraftKeeper, under: string): string[] {
  const forms = drafts
    .written()
    .filter((key) => key.startsWith(under) && !key.endsWith(`.${version}`))
    .map((key) => key.slice(under.length).split('.')[0] ?? '');
  return [...new Set(forms)].sort();
}
