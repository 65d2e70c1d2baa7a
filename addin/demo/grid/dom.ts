/** Elements by the hundred in a frame, so without a template between. */
export function make(className: string, attributes: Readonly<Record<string, string>> = {}, text = ""): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== "") element.textContent = text;
  return element;
}
