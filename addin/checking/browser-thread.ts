import type { FromThread, StartThread } from "./protocol.ts";

/** Starts the checking thread from a script's address, as a worker of the page. */
export const browserThread =
  (address: string): StartThread =>
  ({ hear, die }) => {
    const worker = new Worker(address);
    worker.onmessage = ({ data }: MessageEvent<FromThread>) => {
      hear(data);
    };
    worker.onerror = (event) => {
      // Else the page reports it once more as its own.
      event.preventDefault();
      die(event.message);
    };
    worker.onmessageerror = () => {
      die("a message could not be read");
    };
    return {
      post: (message) => {
        worker.postMessage(message);
      },
      stop: () => {
        worker.terminate();
      },
    };
  };
