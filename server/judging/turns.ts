/**
 * So many work at once; the others wait in line while what they hold stays within bounds. The line goes in rounds, in each of
 * which a sender has one turn: however much one of them sends, the next who comes waits behind one piece of it at most.
 */
import { Problem } from "../problem.ts";

/** An account, or a stranger's address; null for the service itself. */
export type Sender = string | null;

interface Bounds {
  readonly atOnce: number;
  /** Of those waiting together; what is alone may hold more. */
  readonly mostWaiting: number;
  readonly mostWaitingBytes: number;
}

interface Limits {
  readonly all: Bounds;
  /** For one sender. The service itself, which sends itself nothing hostile, has all there is. */
  readonly each: Bounds;
}

interface Asked {
  readonly sender: Sender;
  readonly bytes: number;
}

interface Waiting extends Asked {
  readonly round: number;
  readonly begin: () => void;
}

export interface Turns {
  /** @throws Problem busy when the line, or the sender's part of it, is full */
  take<T>(asked: Asked, work: () => Promise<T>): Promise<T>;
}

export function makeTurns({ all, each }: Limits): Turns {
  const working: Sender[] = [];
  const line: Waiting[] = [];
  const rounds = makeRounds();
  const boundsOf = (sender: Sender): Bounds => (sender === null ? all : each);
  const mayBegin = ({ sender }: Asked): boolean =>
    working.length < all.atOnce && working.filter((one) => one === sender).length < boundsOf(sender).atOnce;
  const begin = (sender: Sender, round: number): void => {
    working.push(sender);
    rounds.enter(round);
  };
  const wait = ({ sender, bytes }: Asked): Promise<void> => {
    const own = line.filter((one) => one.sender === sender);
    if (!hasRoom(bytes, line, all) || !hasRoom(bytes, own, boundsOf(sender))) throw new Problem("busy");
    const round = rounds.nextOf(sender);
    return new Promise((begin) => line.push({ sender, bytes, round, begin }));
  };
  /** The place is handed on at once, so that nobody who comes in between takes it. */
  const leave = (sender: Sender): void => {
    working.splice(working.indexOf(sender), 1);
    const [next] = line.filter(mayBegin).sort((one, other) => one.round - other.round);
    if (!next) return;
    line.splice(line.indexOf(next), 1);
    begin(next.sender, next.round);
    next.begin();
  };
  return {
    take: async (asked, work) => {
      if (mayBegin(asked)) begin(asked.sender, rounds.nextOf(asked.sender));
      else await wait(asked);
      try {
        return await work();
      } finally {
        leave(asked.sender);
      }
    },
  };
}

const hasRoom = (bytes: number, waiting: readonly Asked[], { mostWaiting, mostWaitingBytes }: Bounds): boolean =>
  waiting.length === 0 ||
  (waiting.length < mostWaiting && waiting.reduce((sum, one) => sum + one.bytes, bytes) <= mostWaitingBytes);

interface Rounds {
  readonly nextOf: (sender: Sender) => number;
  readonly enter: (round: number) => void;
}

/** Each turn is a round after the sender's last, but in no round that is over: who was away has none in store. */
function makeRounds(): Rounds {
  const lastOf = new Map<Sender, number>();
  let present = 0;
  return {
    nextOf: (sender) => {
      const round = Math.max(present, (lastOf.get(sender) ?? -1) + 1);
      lastOf.set(sender, round);
      return round;
    },
    enter: (round) => {
      present = Math.max(present, round);
      for (const [sender, last] of lastOf) if (last < present) lastOf.delete(sender);
    },
  };
}
