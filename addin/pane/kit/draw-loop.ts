/** Draws at most once a frame, however often something changes; and loses nobody's focus in doing so. */
import { onceAFrame } from "./once-a-frame.ts";

export interface Drawing {
  readonly root: HTMLElement;
  readonly draw: () => void;
  /** Where the focus goes when what had it is gone. */
  readonly refocus: () => void;
}

/** @returns what asks for a drawing */
export const drawLoop = ({ root, draw, refocus }: Drawing): (() => void) =>
  onceAFrame(() => {
    const before = document.activeElement;
    const hadFocus = before !== null && before !== root && root.contains(before);
    draw();
    // What was drawn may move the focus itself: it is given a moment.
    if (hadFocus && !before.isConnected)
      setTimeout(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) refocus();
      });
  });
