/** Properties of a workbook that its maker names: exceljs writes none, so they are put into the finished package. */
import type { Changes } from "./rewrite-package.ts";

/** Name and value, in the order they are listed. */
export type CustomProperties = readonly (readonly [name: string, value: string])[];

const PART = "docProps/custom.xml";
const RELATIONSHIP = `<Relationship Id="rIdCustom" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="${PART}"/>`;
const CONTENT_TYPE = `<Override PartName="/${PART}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`;

export const customPropertiesPart = (properties: CustomProperties): Changes => ({
  changed: new Map([
    ["[Content_Types].xml", (xml) => beforeEnd(xml, "</Types>", CONTENT_TYPE)],
    ["_rels/.rels", (xml) => beforeEnd(xml, "</Relationships>", RELATIONSHIP)],
  ]),
  added: [[PART, customXml(properties)]],
});

/** @throws Error for a part that is not whole */
function beforeEnd(xml: string, end: string, added: string): string {
  const at = xml.lastIndexOf(end);
  if (at < 0) throw new Error(`a part of the workbook just made has no end: ${end}`);
  return xml.slice(0, at) + added + xml.slice(at);
}

/** Excel takes this one format of properties, and numbers from 2 on. */
const FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const FIRST_NUMBER = 2;

function customXml(properties: CustomProperties): string {
  const all = properties.map(
    ([name, value], index) =>
      `<property fmtid="${FORMAT}" pid="${String(index + FIRST_NUMBER)}" name="${escape(name)}"><vt:lpwstr>${escape(value)}</vt:lpwstr></property>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${all.join("")}</Properties>`;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML can't hold at all is left out. */
const escape = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? "");
