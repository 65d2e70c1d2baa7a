/** So many work at once; the others wait in line while what they hold stays within bounds. */
import { Problem } from "../problem.ts";

interface Bounds {
  readonly atOnce: number;
  /** Of those waiting together. */
  readonly mostWaiting: number;
  readonly mostWaitingBytes: number;
}

interface Waiting {
  readonly bytes: number;
  readonly begin: () => void;
}

export interface Turns {
  /** @throws Problem busy when the line is full */
  take<T>(bytes: number, work: () => Promise<T>): Promise<T>;
}

export function makeTurns({ atOnce, mostWaiting, mostWaitingBytes }: Bounds): Turns {
  const line: Waiting[] = [];
  let working = 0;
  let waitingBytes = 0;
  const wait = (bytes: number): Promise<void> => {
    if (line.length >= mostWaiting || waitingBytes + bytes > mostWaitingBytes) throw new Problem("busy");
    waitingBytes += bytes;
    return new Promise((begin) => line.push({ bytes, begin }));
  };
  /** The place is handed on to the next in line, so that nobody who comes in between takes it. */
  const leave = (): void => {
    const next = line.shift();
    if (!next) {
      working--;
      return;
    }
    waitingBytes -= next.bytes;
    next.begin();
  };
  return {
    take: async (bytes, work) => {
      if (working < atOnce) working++;
      else await wait(bytes);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
