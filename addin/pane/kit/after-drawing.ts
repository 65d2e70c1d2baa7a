/** Acts once what was just changed is in the page: it is drawn in the next frame, and the frame after that finds it there. */
export function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

/** The focus goes to the element of that id, if it is there by then. */
export const focusWhenDrawn = (id: string): void => {
  afterDrawing(() => document.getElementById(id)?.focus());
};
