/** Sleeping until something happens. A call that comes while one is awake ends the next sleep, so that none is lost. */
export interface Waker {
  /** Until called, the time is over, or the signal is aborted. */
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * @param subscribe begins to listen; gives what ends it
 * @param signal ends the listening
 */
export function makeWaker(subscribe: (wake: () => void) => () => void, signal: AbortSignal): Waker {
  let isCalled = false;
  let end: (() => void) | null = null;
  const wake = (): void => {
    isCalled = true;
    end?.();
  };
  const unsubscribe = subscribe(wake);
  const stop = (): void => {
    unsubscribe();
    wake();
  };
  signal.addEventListener("abort", stop, { once: true });
  const sleep = async (ms: number): Promise<void> => {
    if (!isCalled && !signal.aborted)
      await new Promise<void>((resolve) => {
        const clock = setTimeout(resolve, ms);
        end = () => {
          clearTimeout(clock);
          resolve();
        };
      });
    end = null;
    isCalled = false;
  };
  return { sleep };
}
