import { useEffect } from 'preact/hooks';
import { callLabel } from '../desk/call-words';
import { preferred } from '../preference';
import type { CallOnDesk } from '../state/desk-state';
import { words } from '../words';
import { fill } from '../words/fill';

let audio: AudioContext | null = null;

/** Rings softly and notifies while a call rings: in one tab only, and only as far as the browser already allows. */
export function useRinger(call: CallOnDesk | null, live: boolean): void {
  const ringing = live && call?.phase === 'ringing' ? call.pop : null;
  const offer = ringing?.offer;
  const who = ringing ? callLabel(ringing) : '';
  // a pop re-sent with a better name must not ring afresh
  useEffect(() => (offer ? startRinging(offer, who) : undefined), [offer]);
}

function startRinging(offer: string, who: string): () => void {
  const over = new AbortController();
  onlyHere(over.signal, async () => {
    const note = notify(offer, who);
    over.signal.addEventListener('abort', () => note?.close());
    while (!over.signal.aborted) {
      if (preferred('sound')) chime();
      await pause(3000, over.signal);
    }
  });
  return () => over.abort();
}

/** Runs in one tab of this browser. Tabs that may make no sound step back, so that one that may can take it. */
function onlyHere(signal: AbortSignal, run: () => Promise<void>): void {
  if (!navigator.locks) {
    void run(); // no locks outside a secure context: better two chimes than none
    return;
  }
  const request = () => navigator.locks.request('decroche-ringer', { signal }, run).catch(() => {});
  if (navigator.userActivation?.hasBeenActive ?? true) void request();
  else void pause(300, signal).then(() => (signal.aborted ? undefined : request()));
}

function chime(): void {
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
  audio ??= new AudioContext();
  const context = audio;
  void context.resume().then(() => {
    tone(context, 587, context.currentTime);
    tone(context, 784, context.currentTime + 0.18);
  });
}

function tone(context: AudioContext, hertz: number, at: number): void {
  const voice = context.createOscillator();
  const loudness = context.createGain();
  voice.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.08, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.4);
  voice.connect(loudness).connect(context.destination);
  voice.start(at);
  voice.stop(at + 0.45);
}

function notify(offer: string, who: string): Notification | null {
  if (
    !preferred('notify') ||
    !('Notification' in window) ||
    Notification.permission !== 'granted' ||
    !document.hidden
  )
    return null;
  try {
    const note = new Notification(fill(words.page.ringing, { who }), {
      tag: offer,
      icon: '/favicon-ringing.svg',
    });
    note.onclick = () => window.focus();
    return note;
  } catch {
    return null; // some phones only allow them from a service worker
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
