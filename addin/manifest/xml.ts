/** Just enough XML to write a manifest: elements, attributes, and text that can't break out of either. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[] | string;
}

export const element = (
  name: string,
  attributes: Element["attributes"],
  children: Element["children"] = [],
): Element => ({ name, attributes, children });

/** An element that holds others and says nothing itself. */
export const parent = (name: string, ...children: readonly Element[]): Element => element(name, {}, children);

/** An element that holds only text. */
export const text = (name: string, value: string): Element => element(name, {}, value);

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escape = (value: string): string => value.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

export const printDocument = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${print(root, "")}`;

function print({ name, attributes, children }: Element, indent: string): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escape(value)}"`)].join(" ");
  if (children.length === 0) return `${indent}<${start} />\n`;
  if (typeof children === "string") return `${indent}<${start}>${escape(children)}</${name}>\n`;
  const inner = children.map((child) => print(child, `${indent}  `)).join("");
  return `${indent}<${start}>\n${inner}${indent}</${name}>\n`;
}
