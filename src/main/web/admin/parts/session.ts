import { createContext } from 'preact';

/** To be called when the service says that nobody is signed in: the page then asks for it. */
export const SessionEnded = createContext<() => void>(() => {});
