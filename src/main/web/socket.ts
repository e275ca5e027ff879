import type { Link } from './state/desk-state';
import { readMessage, type ServerMessage } from './wire';

export type DeskSocket = { tryNow: () => void; close: () => void };

type Listener = {
  heard: (message: ServerMessage) => void;
  link: (link: Link) => void;
  /** The connection failed or closed; the session may be the reason. */
  lost: () => void;
};

const keepAlive = 10_000; // milliseconds between two signs of life from the desk
const silence = 15_000; // without a sign of life for so long, the other side is taken for gone

/** Milliseconds to wait before the n-th try in a row (from 0), spread so that desks do not all come back at once. */
export function waitBefore(attempt: number, chance = Math.random()): number {
  return Math.round(Math.min(10_000, 500 * 2 ** attempt) * (0.75 + chance / 2));
}

/** The desk's one connection, held open until closed: it says at all times whether what it told is current. */
export function openDeskSocket(listener: Listener): DeskSocket {
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/desk`;
  let socket: WebSocket | null = null;
  let attempt = 0;
  let retry = 0;
  let pulse = 0;
  let heardAt = 0;
  let answersAlive = false;
  let closed = false;

  const connect = () => {
    clearTimeout(retry);
    const opened = new WebSocket(url);
    socket = opened;
    answersAlive = false;
    heardAt = Date.now();
    opened.onmessage = (event) => {
      if (socket !== opened) return;
      heardAt = Date.now();
      const message = readMessage(event.data);
      if (!message) return;
      if (message.type === 'hello') attempt = 0;
      if (message.type === 'alive') answersAlive = true;
      listener.heard(message);
    };
    opened.onclose = () => drop(opened);
    clearInterval(pulse);
    pulse = window.setInterval(() => beat(opened), keepAlive / 2);
  };

  const beat = (on: WebSocket) => {
    // A connection cut half-way looks open for minutes: silence is the only sign of it.
    const limit = on.readyState === WebSocket.CONNECTING || answersAlive ? silence : Number.POSITIVE_INFINITY;
    if (Date.now() - heardAt > limit) drop(on);
    else if (on.readyState === WebSocket.OPEN) on.send('{"type":"alive"}');
  };

  const drop = (dead: WebSocket) => {
    if (socket !== dead || closed) return;
    socket = null;
    clearInterval(pulse);
    dead.close();
    const wait = waitBefore(attempt++);
    retry = window.setTimeout(connect, wait);
    listener.link({ kind: 'lost', tryAgainAt: Date.now() + wait });
    listener.lost();
  };

  const tryNow = () => {
    if (closed || socket) return;
    attempt = 0;
    connect();
  };
  const offline = () => socket && drop(socket);
  const awake = () => document.visibilityState === 'visible' && tryNow();
  window.addEventListener('online', tryNow);
  window.addEventListener('offline', offline);
  document.addEventListener('visibilitychange', awake);

  connect();
  return {
    tryNow,
    close: () => {
      closed = true;
      clearTimeout(retry);
      clearInterval(pulse);
      window.removeEventListener('online', tryNow);
      window.removeEventListener('offline', offline);
      document.removeEventListener('visibilitychange', awake);
      socket?.close();
    },
  };
}
