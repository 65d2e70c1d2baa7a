/** Whether the keys are Excel's for saving: Ctrl+S, on a Mac with the command key. */
export const isSaveKey = ({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === "s";
