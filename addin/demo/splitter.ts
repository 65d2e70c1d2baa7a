/** The bar between the sheet and the pane: drawn with the mouse or moved with the arrows. */
const NARROWEST = 300;
const WIDEST = 640;
const STEP = 20;

export function wireSplitter(bar: HTMLElement, page: HTMLElement, width = 320): void {
  const set = (wanted: number): void => {
    width = Math.round(Math.max(NARROWEST, Math.min(WIDEST, wanted)));
    page.style.setProperty("--pane-width", `${String(width)}px`);
    bar.setAttribute("aria-valuenow", String(width));
  };
  bar.setAttribute("aria-valuemin", String(NARROWEST));
  bar.setAttribute("aria-valuemax", String(WIDEST));
  set(width);
  bar.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") set(width + STEP);
    if (key === "ArrowRight") set(width - STEP);
  });
  bar.addEventListener("pointerdown", (event) => {
    bar.setPointerCapture(event.pointerId);
    // Over the frame, the frame would have the pointer.
    page.classList.add("is-splitting");
  });
  bar.addEventListener("pointermove", (event) => {
    if (bar.hasPointerCapture(event.pointerId)) set(page.clientWidth - event.clientX);
  });
  bar.addEventListener("lostpointercapture", () => {
    page.classList.remove("is-splitting");
  });
}
