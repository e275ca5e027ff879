import { useState } from 'preact/hooks';

const prefix = 'decroche.draft.';

/** Text being written, kept in this tab across reloads until it is saved. The key names the agent: a tab may change hands. */
export function useDraft(agentId: number, what: string): [string, (text: string) => void] {
  const key = `${prefix}${agentId}.${what}`;
  const [text, set] = useState(() => read(key));
  return [
    text,
    (next) => {
      set(next);
      write(key, next);
    },
  ];
}

export function hasDraft(agentId: number, what = ''): boolean {
  return keys().some((key) =>
    what ? key === `${prefix}${agentId}.${what}` : key.startsWith(`${prefix}${agentId}.`),
  );
}

export function forgetDrafts(): void {
  for (const key of keys()) write(key, '');
}

function keys(): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // storage full or refused: the text is still in the box
  }
}
