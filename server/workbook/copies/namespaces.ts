/** The two spellings of the format: the usual one, and the strict one. */
import { openingOf, type Span } from "./xml-spans.ts";

export interface Namespaces {
  readonly main: string;
  readonly relationships: string;
}

const USUAL: Namespaces = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationships: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const STRICT: Namespaces = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relationships: "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

export const namespacesOf = (text: string, root: Span): Namespaces =>
  openingOf(text, root).includes(STRICT.main) ? STRICT : USUAL;
