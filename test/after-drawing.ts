/** Where the focus goes and what is scrolled into sight follows two frames after a drawing: who types before that may type elsewhere. */
import type { Frame, Page } from "playwright-core";

const THREE_FRAMES =
  "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done()))))";

/** Resolves when what follows what is drawn by now is done. */
export const afterDrawing = async (page: Page | Frame): Promise<void> => {
  await page.evaluate(THREE_FRAMES);
};
