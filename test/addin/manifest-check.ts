/**
 * Our own check of a manifest: Microsoft's asks a service on the internet, and Excel itself says nothing; it just leaves the
 * add-in or its buttons out.
 */
import { valueOf, when, type Expected, type Find } from "./manifest-find.ts";
import { RIBBON_CHECKS } from "./manifest-ribbon.ts";
import { findOrderFaults } from "./manifest-schema.ts";
import { everyElement, named, readXml, type XmlElement } from "./xml-tree.ts";

export function findManifestFaults(source: string, expected: Expected): string[] {
  const elements = everyElement(readXml(source));
  return CHECKS.flatMap((find) => find(elements, expected));
}

const textOf = (elements: readonly XmlElement[], name: string): string => named(elements, name)[0]?.text ?? "";

const findIdentityFaults: Find = (elements) => [
  ...when(
    !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(textOf(elements, "Id")),
    "id: not a GUID",
  ),
  ...when(!/^\d{1,5}(\.\d{1,5}){3}$/.test(textOf(elements, "Version")), "version: not four numbers"),
  ...when(textOf(elements, "Permissions") !== "ReadWriteDocument", "permissions: not ReadWriteDocument"),
  ...when(
    named(elements, "Host", "ov:Host").some(
      ({ attributes }) => (attributes["Name"] ?? attributes["xsi:type"]) !== "Workbook",
    ),
    "host: not Excel",
  ),
];

/** The whole add-in asks for what the pane can't do without, the ribbon for what only the ribbon needs. */
const findRequirementFaults: Find = (elements) => {
  const asked = named(elements, "Set", "bt:Set").map(
    ({ name, attributes }) => `${name} ${attributes["Name"] ?? ""} ${attributes["MinVersion"] ?? ""}`,
  );
  const hasRibbon = named(elements, "ov:VersionOverrides").length > 0;
  const right = ["Set ExcelApi 1.11", ...(hasRibbon ? ["bt:Set SharedRuntime 1.1"] : [])];
  return when(asked.join() !== right.join(), `requirements: ${asked.join()}`);
};

const LONGEST: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  "bt:ShortStrings": 125,
  "bt:LongStrings": 250,
};

const findLengthFaults: Find = (elements) =>
  elements.flatMap((element) => {
    const longest = LONGEST[element.name] ?? Infinity;
    return everyElement(element)
      .filter((inner) => valueOf(inner).length > longest)
      .map((inner) => `length: “${valueOf(inner).slice(0, 30)}…” has more than ${String(longest)} characters`);
  });

const findAddressFaults: Find = (elements, { base }) => {
  const values = elements.flatMap((element) => [valueOf(element), element.text]).filter((value) => /:\/\//.test(value));
  return values
    .filter((url) => !url.startsWith(`${base}/`) || !url.startsWith("https://") || url.length > 2048)
    .map((url) => `address: ${url} is not under ${base}`);
};

/** Vietnamese is the default; an override for the default language is an error to some hosts. */
const findLanguageFaults: Find = (elements) => {
  const texts = [
    ...named(elements, "DisplayName", "Description"),
    ...named(elements, "bt:ShortStrings", "bt:LongStrings").flatMap(({ children }) => children),
  ];
  const overrides = named(elements, "Override", "bt:Override").map(({ attributes }) => attributes["Locale"]);
  return [
    ...when(textOf(elements, "DefaultLocale") !== "vi-VN", "language: the default is not vi-VN"),
    ...when(
      overrides.some((locale) => locale !== "en-US"),
      "language: an override that is not en-US",
    ),
    ...texts
      .filter((text) => text.children.length !== 1 || everyElement(text).some((said) => valueOf(said).trim() === ""))
      .map((text) => `language: “${valueOf(text)}” is not said in both`),
  ];
};

const CHECKS: readonly Find[] = [
  findOrderFaults,
  findIdentityFaults,
  findRequirementFaults,
  findLengthFaults,
  findAddressFaults,
  findLanguageFaults,
  ...RIBBON_CHECKS,
];
