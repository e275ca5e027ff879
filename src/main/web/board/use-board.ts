import { useEffect, useReducer, useState } from 'preact/hooks';
import { api, faultOf } from '../api';
import { waitBefore } from '../socket';
import { readBoardMessage, type BoardState } from '../wire-board';

const silence = 5000; // a board that has not been told for so long that it is right says so; the service tells it every second

const limit = 3 * silence; // after which the connection is taken for dead: one cut half-way looks open for minutes

export type Seen =
  | { kind: 'asking' }
  | { kind: 'out' }
  | { kind: 'here'; board: BoardState; seenAt: number; stale: boolean; offset: number }
  | { kind: 'unavailable' };

type Act = { act: 'board'; board: BoardState } | { act: 'alive' } | { act: 'tick' } | { act: 'out' | 'lost' };

/** What is known of the board after a fact or a moment; only what was heard of late is not stale. */
export function seenAfter(seen: Seen, act: Act, now = Date.now()): Seen {
  switch (act.act) {
    case 'board': {
      const offset = Date.parse(act.board.now) - now || 0;
      return { kind: 'here', board: act.board, seenAt: now, stale: false, offset };
    }
    case 'alive':
      return seen.kind === 'here' ? { ...seen, seenAt: now, stale: false } : seen;
    case 'tick':
      return seen.kind === 'here' && !seen.stale && now - seen.seenAt > silence
        ? { ...seen, stale: true }
        : seen;
    case 'out':
      return { kind: 'out' };
    case 'lost':
      return seen.kind === 'here' ? seen : { kind: 'unavailable' };
  }
}

/** The board, told of each fact over its socket; what cannot be heard of is shown as it was, and said to be old. */
export function useBoard(): [Seen, () => void] {
  const [seen, tell] = useReducer((before: Seen, act: Act) => seenAfter(before, act), { kind: 'asking' });
  const [round, again] = useState(0);
  const out = seen.kind === 'out';
  useEffect(() => (out ? undefined : follow(tell)), [out, round]);
  return [
    seen,
    () => {
      tell({ act: 'lost' });
      again(round + 1);
    },
  ];
}

/** Looks once, for who is signed in and what there is; then listens, again and again. */
function follow(tell: (act: Act) => void): () => void {
  let socket: WebSocket | null = null;
  let retry = 0;
  let attempt = 0;
  let heardAt = 0;
  let closed = false;
  const begin = async () => {
    try {
      const board = await api.board();
      if (closed) return;
      tell({ act: 'board', board });
      listen();
    } catch (failure) {
      if (closed) return;
      tell({ act: faultOf(failure) === 'signedOut' ? 'out' : 'lost' });
      later();
    }
  };
  const listen = () => {
    const opened = new WebSocket(
      `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/board/live`,
    );
    socket = opened;
    heardAt = Date.now();
    opened.onmessage = (event) => {
      const message = readBoardMessage(event.data);
      if (!message || socket !== opened) return;
      heardAt = Date.now();
      attempt = 0;
      tell(message.type === 'board' ? { act: 'board', board: message.board } : { act: 'alive' });
    };
    opened.onclose = () => drop(opened);
  };
  const drop = (dead: WebSocket) => {
    if (socket !== dead) return;
    socket = null;
    dead.close();
    later();
  };
  const later = () => {
    if (!closed) retry = window.setTimeout(() => void begin(), waitBefore(attempt++));
  };
  const clock = window.setInterval(() => {
    tell({ act: 'tick' });
    if (socket && Date.now() - heardAt > limit) drop(socket);
  }, 1000);
  void begin();
  return () => {
    closed = true;
    clearTimeout(retry);
    clearInterval(clock);
    socket?.close();
  };
}
