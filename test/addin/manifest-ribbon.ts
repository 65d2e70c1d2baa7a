/** What of a manifest concerns the ribbon: its references, ids, pictures, runtime and functions. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { repeated, valueOf, when, type Find } from "./manifest-find.ts";
import { named } from "./xml-tree.ts";

const RESOURCES: Readonly<Record<string, string>> = {
  "bt:Image": "bt:Images",
  "ov:Runtime": "bt:Urls",
  "ov:FunctionFile": "bt:Urls",
  "ov:SourceLocation": "bt:Urls",
  "ov:LearnMoreUrl": "bt:Urls",
  "ov:Label": "bt:ShortStrings",
  "ov:Title": "bt:ShortStrings",
  "ov:Description": "bt:LongStrings",
};

/** Both ways: what is referred to is defined where Excel looks for it, and what is defined is referred to. */
const findReferenceFaults: Find = (elements) => {
  const kinds = named(elements, "bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings");
  const ids = kinds.flatMap(({ children }) => children.map(({ attributes }) => attributes["id"] ?? ""));
  const defined = kinds.flatMap(({ name, children }) =>
    children.map(({ attributes }) => `${name} ${attributes["id"] ?? ""}`),
  );
  const used = elements.flatMap(({ name, attributes }) =>
    attributes["resid"] === undefined ? [] : [`${RESOURCES[name] ?? name} ${attributes["resid"]}`],
  );
  return [
    ...used.filter((key) => !defined.includes(key)).map((key) => `resid: ${key} is not defined`),
    ...defined.filter((key) => !used.includes(key)).map((key) => `resid: ${key} is not used`),
    ...repeated(ids).map((id) => `resid: ${id} is defined twice`),
    ...ids.filter((id) => id.length > 32 || id === "").map((id) => `resid: ${id} is too long`),
  ];
};

const findIdFaults: Find = (elements) => {
  const ids = named(elements, "ov:CustomTab", "ov:Group", "ov:Control").map(({ attributes }) => attributes["id"] ?? "");
  return [
    ...repeated(ids).map((id) => `control: ${id} stands twice`),
    ...ids.filter((id) => id === "" || id.length > 125).map((id) => `control: the id ${id} is too long`),
  ];
};

const ROOT = new URL("../../", import.meta.url);

/** From the header of the PNG itself; 0 where there is none. The icons' addresses are their places in the repository. */
function widthOf(url: string, base: string): number {
  const file = fileURLToPath(new URL(url.slice(base.length + 1), ROOT));
  if (!url.startsWith(`${base}/`) || !existsSync(file)) return 0;
  const bytes = readFileSync(file);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return bytes.toString("latin1", 1, 4) === "PNG" && width === height ? width : 0;
}

const findIconFaults: Find = (elements, { base }) => {
  const urls = new Map(named(elements, "bt:Image").map((image) => [image.attributes["id"] ?? "", valueOf(image)]));
  const pictures = [
    ...named(elements, "IconUrl").map((icon) => [valueOf(icon), 32] as const),
    ...named(elements, "HighResolutionIconUrl").map((icon) => [valueOf(icon), 64] as const),
    ...named(elements, "ov:Icon").flatMap(({ children }) =>
      children.map(
        ({ attributes }) => [urls.get(attributes["resid"] ?? "") ?? "", Number(attributes["size"])] as const,
      ),
    ),
  ];
  const lacking = named(elements, "ov:Icon").flatMap(({ children }) =>
    ["16", "32", "80"].filter((size) => !children.some(({ attributes }) => attributes["size"] === size)),
  );
  return [
    ...pictures
      .filter(([url, size]) => widthOf(url, base) !== size)
      .map(([url, size]) => `icon: ${url} is not a PNG of ${String(size)} px`),
    ...lacking.map((size) => `icon: one of ${size} px is missing`),
  ];
};

const findRuntimeFaults: Find = (elements) => {
  const runtime = named(elements, "ov:Runtime")[0];
  if (!runtime) return when(named(elements, "ov:VersionOverrides").length > 0, "runtime: none");
  const pane = runtime.attributes["resid"] ?? "";
  const places = named(elements, "ov:FunctionFile", "ov:SourceLocation");
  const url = named(elements, "bt:Url").find(({ attributes }) => attributes["id"] === pane);
  const plain = named(elements, "SourceLocation")[0];
  return [
    ...when(runtime.attributes["lifetime"] !== "long", "runtime: not long"),
    ...when(named(places, "ov:FunctionFile").length !== 1, "runtime: no function file"),
    ...when(named(places, "ov:SourceLocation").length === 0, "runtime: no button opens the pane"),
    ...places
      .filter(({ attributes }) => attributes["resid"] !== pane)
      .map(({ name }) => `runtime: ${name} has another page`),
    ...when(!url || !plain || valueOf(url) !== valueOf(plain), "runtime: the plain pane is another page"),
    ...when(named(elements, "ov:TaskpaneId").length > 0, "runtime: a TaskpaneId makes a second pane"),
  ];
};

const findFunctionFaults: Find = (elements, { functions }) => {
  if (named(elements, "ov:VersionOverrides").length === 0) return [];
  const called = named(elements, "ov:FunctionName").map(({ text }) => text);
  const actions = named(elements, "ov:Action").map(({ attributes, children }) =>
    [attributes["xsi:type"], ...children.map(({ name }) => name)].join(" "),
  );
  const known = ["ExecuteFunction ov:FunctionName", "ShowTaskpane ov:SourceLocation", "ShowTaskpane ov:TaskpaneId"];
  return [
    ...called.filter((name) => !functions.includes(name)).map((name) => `function: ${name} is not associated`),
    ...functions.filter((name) => !called.includes(name)).map((name) => `function: no button calls ${name}`),
    ...actions
      .filter((action) => !known.some((start) => action.startsWith(start)))
      .map((action) => `function: ${action}`),
  ];
};

export const RIBBON_CHECKS: readonly Find[] = [
  findReferenceFaults,
  findIdFaults,
  findIconFaults,
  findRuntimeFaults,
  findFunctionFaults,
];
