/** The checking thread as a browser starts it. */
import { openAnswering } from "./answering.ts";
import type { ToThread } from "./protocol.ts";

const answer = openAnswering((message) => {
  self.postMessage(message);
});

self.onmessage = ({ data }: MessageEvent<ToThread>) => {
  answer(data);
};
