/** A manifest as a tree, read by a real parser: what is not well-formed throws. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  /** "Host" in the manifest's own namespace, "ov:Host" in the ribbon's, "bt:Image" in that of the basic types. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.microsoft.com/office/appforoffice/1.1": "",
  "http://schemas.microsoft.com/office/taskpaneappversionoverrides": "ov:",
  "http://schemas.microsoft.com/office/officeappbasictypes/1.0": "bt:",
};

export function readXml(source: string): XmlElement {
  const document: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  const inner = (): XmlElement => open.at(-1) ?? document;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const values = Object.values(attributes).map(({ name, value }) => [name, value] as const);
    const element = {
      name: (PREFIXES[uri] ?? `{${uri}}`) + local,
      attributes: Object.fromEntries(values),
      children: [],
      text: "",
    };
    inner().children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    inner().text += text.trim();
  });
  parser.on("closetag", () => open.pop());
  parser.write(source).close();
  const [root] = document.children;
  if (!root) throw new Error("an empty document");
  return root;
}

/** The element and all that is in it, in the document's order. */
export const everyElement = (root: XmlElement): XmlElement[] => [root, ...root.children.flatMap(everyElement)];

export const named = (elements: readonly XmlElement[], ...names: readonly string[]): XmlElement[] =>
  elements.filter(({ name }) => names.includes(name));
