import { useState } from 'preact/hooks';
import { api, Problem } from '../api';
import type { WantedOut } from '../wire-out';
import { refusedWords } from './refused';

/** One key's wish to call somebody: whether it is being asked for, and why nobody is called. A second press is ignored. */
export function useCallOut(): [boolean, string, (wanted: WantedOut) => Promise<boolean>, () => void] {
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState('');
  const call = async (wanted: WantedOut) => {
    if (asking) return false;
    setAsking(true);
    setRefused('');
    try {
      await api.callOut(wanted);
      return true;
    } catch (failure) {
      setRefused(refusedWords(failure instanceof Problem ? failure : new Problem('server')));
      return false;
    } finally {
      setAsking(false);
    }
  };
  return [asking, refused, call, () => setRefused('')];
}
