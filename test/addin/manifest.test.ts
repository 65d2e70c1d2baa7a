/** The manifest: ours is right, and the check of it can fail. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OfficeAddinManifest } from "office-addin-manifest";
import { ADD_IN_ID, LOCALHOST } from "../../addin/manifest/facts.ts";
import { FUNCTION_NAMES } from "../../addin/manifest/functions.ts";
import { readSiteAddress } from "../../addin/manifest/site-address.ts";
import { writeManifest } from "../../addin/manifest/write-manifest.ts";
import { element, printDocument } from "../../addin/manifest/xml.ts";
import { run } from "../programs.ts";
import { findManifestFaults } from "./manifest-check.ts";
import { everyElement, readXml } from "./xml-tree.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMMITTED = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const MINISTRY = "https://phuluc.example.gov.vn";

const findFaults = (manifest: string, base = LOCALHOST): string[] =>
  findManifestFaults(manifest, { base, functions: FUNCTION_NAMES });

/** What is wrong with it, what of the right manifest becomes what, and the fault that has to be found. */
type Breach = readonly [says: string, from: string | RegExp, to: string, fault: RegExp];

const VERSION = /<Version>.*<\/Version>/;
const BUTTON = /<Control[^]*?<\/Control>/;
const long = (length: number): string => "ă".repeat(length);

const BREACHES: readonly Breach[] = [
  ["an element before its time", /(<Version>.*\n)( *<ProviderName>.*\n)/, "$2$1", /^order: OfficeApp/],
  [
    "requirements before the hosts",
    /( *<Hosts>[^]*?<\/Hosts>\n)( *<Requirements>[^]*?<\/Requirements>\n)/,
    "$2$1",
    /^order/,
  ],
  ["an element nobody knows", "<Permissions>", "<Wishes /><Permissions>", /^order: OfficeApp/],
  ["an element in the wrong namespace", /bt:Sets>/g, "Sets>", /^order: ov:Requirements/],
  ["a button without a tip", /<Supertip>[^]*?<\/Supertip>/, "", /^order: ov:Control/],
  [
    "a tab's name before its groups",
    /(<CustomTab[^>]*>)([^]*)(<Label resid="tab.label" \/>)/,
    "$1$3$2",
    /^order: ov:CustomTab/,
  ],
  [
    "runtimes after the form factor",
    /( *<Runtimes>[^]*?<\/Runtimes>)([^]*?<\/DesktopFormFactor>)/,
    "$2$1",
    /^order: ov:Host/,
  ],
  ["an empty list of domains", "<Hosts>", "<AppDomains /><Hosts>", /^order: AppDomains/],
  ["no GUID", ADD_IN_ID, "phu-luc", /^id/],
  ["a version of three numbers", VERSION, "<Version>1.2.3</Version>", /^version/],
  ["a version with a word", VERSION, "<Version>1.2.3.beta</Version>", /^version/],
  ["fewer rights than the pane needs", "ReadWriteDocument", "ReadDocument", /^permissions/],
  ["another program", 'Host Name="Workbook"', 'Host Name="Document"', /^host/],
  ["an older Excel", 'MinVersion="1.11"', 'MinVersion="1.9"', /^requirements/],
  ["no shared runtime asked for", 'Name="SharedRuntime"', 'Name="AddinCommands"', /^requirements/],
  ["a reference to nothing", 'resid="submit.tip"', 'resid="submit.tips"', /^resid: .*submit\.tips is not defined/],
  ["a definition nobody uses", 'resid="submit.tip"', 'resid="pane.tip"', /^resid: .*submit\.tip is not used/],
  ["a tip as a label", 'Label resid="submit.label"', 'Label resid="submit.tip"', /^resid: bt:ShortStrings submit\.tip/],
  ["a definition twice", '<bt:String id="pane.tip"', '<bt:String id="submit.tip"', /^resid: .*defined twice/],
  ["a name of 33 characters", /submit\.tip/g, `submit.${"t".repeat(26)}`, /^resid: .*too long/],
  ["two buttons with one id", "PhuLuc.pane.button", "PhuLuc.validate.button", /^control: .*twice/],
  ["a label of 126 characters", 'DefaultValue="Nộp"', `DefaultValue="${long(126)}"`, /^length/],
  ["an English label of 126", 'Value="Submit"', `Value="${long(126)}"`, /^length/],
  ["a tip of 251 characters", /DefaultValue="Chọn đợt[^"]*"/, `DefaultValue="${long(251)}"`, /^length/],
  ["a description of 251", /(<Description DefaultValue=)"[^"]*"/, `$1"${long(251)}"`, /^length/],
  ["an address without HTTPS", "https://localhost:3443/huong-dan", "http://localhost:3443/huong-dan", /^address/],
  ["an address elsewhere", `${LOCALHOST}/huong-dan`, "https://example.com/huong-dan", /^address/],
  ["an address that only begins alike", `${LOCALHOST}/huong-dan`, `${LOCALHOST}.example.com/`, /^address/],
  ["an icon of another size", "icons/pane-16.png", "icons/pane-32.png", /^icon: .*16 px/],
  ["an icon that is not there", "icons/pane-80.png", "icons/ngan-80.png", /^icon: .*80 px/],
  ["an icon that is no PNG", "icons/pane-80.png", "icons/pane.svg", /^icon: .*80 px/],
  ["a wrong icon of the add-in", /(HighResolutionIconUrl.*)check-64/, "$1check-32", /^icon: .*64 px/],
  ["no icon for large screens", / *<bt:Image size="80" resid="icon.check.80" \/>\n/, "", /^icon: one of 80/],
  ["a runtime that ends", 'lifetime="long"', 'lifetime="short"', /^runtime: not long/],
  [
    "functions in another page",
    'FunctionFile resid="pane.url"',
    'FunctionFile resid="help.url"',
    /^runtime: ov:FunctionFile/,
  ],
  [
    "a button with another page",
    '<SourceLocation resid="pane.url"',
    '<SourceLocation resid="help.url"',
    /^runtime: ov:SourceLocation/,
  ],
  [
    "a second pane",
    "<SourceLocation resid",
    "<TaskpaneId>x</TaskpaneId><SourceLocation resid",
    /^runtime: a TaskpaneId/,
  ],
  [
    "another page without ribbon",
    '<SourceLocation DefaultValue="https://localhost:3443/addin/pane.html"',
    '<SourceLocation DefaultValue="https://localhost:3443/x.html"',
    /^runtime: the plain/,
  ],
  ["no runtime", / *<Runtimes>[^]*?<\/Runtimes>\n/, "", /^runtime: none/],
  ["a function nobody answers", ">submit<", ">send<", /^function: send is not associated/],
  ["a function nobody calls", BUTTON, "", /^function: no button calls validateAndSave/],
  ["a button that does nothing", "<FunctionName>submit</FunctionName>", "", /^function: ExecuteFunction/],
  ["another first language", "<DefaultLocale>vi-VN", "<DefaultLocale>en-US", /^language: the default/],
  ["an override for Vietnamese", 'Locale="en-US"', 'Locale="vi-VN"', /^language: an override/],
  ["a label without English", / *<bt:Override Locale="en-US" Value="Submit" \/>\n/, "", /^language: “Nộp”/],
  ["an empty English label", 'Value="Submit"', 'Value=" "', /^language: “Nộp”/],
];

describe("manifest: the check", () => {
  for (const [says, from, to, fault] of BREACHES)
    it(`finds ${says}`, () => {
      const broken = COMMITTED.replace(from, to);
      assert.notEqual(broken, COMMITTED, "nothing was broken");
      const faults = findFaults(broken);
      assert.ok(
        faults.some((found) => fault.test(found)),
        faults.join("\n") || "nothing found",
      );
    });
  for (const [says, xml] of [
    ["an unclosed element", COMMITTED.replace("</Hosts>", "")],
    ["a bare ampersand", COMMITTED.replace("Phụ Lục", "Phụ & Lục")],
    ["an unknown prefix", COMMITTED.replaceAll("bt:Url", "b:Url")],
    ["nothing at all", ""],
  ] as const)
    it(`refuses ${says}`, () => {
      assert.throws(() => findFaults(xml));
    });
});

describe("manifest: ours", () => {
  it("in the repository is what the writer writes for localhost", () => {
    const again = "npm run -s manifest -- --url https://localhost:3443 -o manifest.xml";
    assert.equal(COMMITTED, writeManifest({ base: LOCALHOST, isPlain: false }), `please run: ${again}`);
  });
  for (const [base, isPlain] of [
    [LOCALHOST, false],
    [LOCALHOST, true],
    [MINISTRY, false],
    [MINISTRY, true],
  ] as const)
    it(`${isPlain ? "plain, " : ""}for ${base} has no fault`, () => {
      assert.deepEqual(findFaults(writeManifest({ base, isPlain }), base), []);
    });
  it("plain has neither ribbon nor shared runtime", () => {
    const names = everyElement(readXml(writeManifest({ base: MINISTRY, isPlain: true }))).map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => /^(ov|bt):/.test(name)),
      [],
    );
  });
  it("names the four buttons in order", () => {
    const labels = everyElement(readXml(COMMITTED))
      .filter(({ name, attributes }) => name === "bt:String" && /\.label$/.test(attributes["id"] ?? ""))
      .map(({ attributes }) => attributes["DefaultValue"]);
    assert.deepEqual(labels.slice(-4), ["Kiểm tra và lưu", "Mở ngăn kiểm tra", "Nộp", "Mở tệp tổng hợp"]);
  });
});

describe("manifest: read by Microsoft's own tool", () => {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-manifest-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  for (const isPlain of [false, true])
    it(isPlain ? "plain" : "with the ribbon", async () => {
      const file = join(folder, `${String(isPlain)}.xml`);
      writeFileSync(file, writeManifest({ base: MINISTRY, isPlain }));
      const info = await OfficeAddinManifest.readManifestFile(file);
      assert.equal(info.id, ADD_IN_ID);
      assert.equal(info.displayName, "Phụ Lục");
      assert.equal(info.defaultLocale, "vi-VN");
      assert.deepEqual(info.hosts, ["Workbook"]);
      assert.equal(info.officeAppType, "TaskPaneApp");
      assert.equal(info.permissions, "ReadWriteDocument");
      assert.equal(info.defaultSettings?.sourceLocation, `${MINISTRY}/addin/pane.html`);
      const program = join(ROOT, "node_modules/office-addin-manifest/cli.js");
      const { code, stdout, stderr } = await run(process.execPath, [program, "info", file]);
      assert.equal(code, 0, stderr);
      assert.match(stdout, new RegExp(ADD_IN_ID));
    });
});

describe("manifest: words can't break it", () => {
  for (const value of ["a & b < c > d \"e\" 'f'", "&amp;", "]]>", "“ngoặc” — Kế hoạch"])
    it(value, () => {
      const inner = [element("X", { a: value }), element("Y", {}, value)];
      const root = readXml(printDocument(element("R", { xmlns: "urn:x" }, inner)));
      assert.equal(root.children[0]?.attributes["a"], value);
      assert.equal(root.children[1]?.text, value);
    });
});

describe("manifest: the site's address", () => {
  for (const [address, base] of [
    ["https://phuluc.example.gov.vn", MINISTRY],
    ["https://phuluc.example.gov.vn/", MINISTRY],
    [" HTTPS://PhuLuc.Example.Gov.VN ", MINISTRY],
    ["https://phuluc.example.gov.vn:443", MINISTRY],
    ["https://10.0.0.8:8443", "https://10.0.0.8:8443"],
    ["https://máy-chủ.vn", "https://xn--my-ch-xqa0294c.vn"],
  ] as const)
    it(`${address} is ${base}`, () => {
      assert.deepEqual(readSiteAddress(address), { ok: true, base });
    });
  for (const [address, code] of [
    ["", "not-an-address"],
    ["phuluc.example.gov.vn", "not-an-address"],
    ["https://", "not-an-address"],
    ["http://phuluc.example.gov.vn", "not-https"],
    ["file:///manifest.xml", "not-an-address"],
    ["localhost:3443", "not-an-address"],
    ["https://phuluc.example.gov.vn/phuluc", "more-than-an-origin"],
    ["https://phuluc.example.gov.vn/?a=1", "more-than-an-origin"],
    ["https://phuluc.example.gov.vn/#", "more-than-an-origin"],
    ["https://a:b@phuluc.example.gov.vn", "more-than-an-origin"],
  ] as const)
    it(`${address || "an empty one"}: ${code}`, () => {
      assert.deepEqual(readSiteAddress(address), { ok: false, code });
    });
});

describe("manifest: npm run manifest", () => {
  const folder = mkdtempSync(join(tmpdir(), "phuluc-manifest-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, "manifest.xml");
  const write = (...args: readonly string[]) =>
    run(process.execPath, ["--import", "tsx", "addin/manifest/main.ts", ...args], { cwd: ROOT });

  it("writes to the screen, with the ribbon or plain", async () => {
    const { code, stdout } = await write("--url", MINISTRY);
    assert.deepEqual([code, stdout], [0, writeManifest({ base: MINISTRY, isPlain: false })]);
    const plain = await write("--url", `${MINISTRY}/`, "--plain");
    assert.deepEqual([plain.code, plain.stdout], [0, writeManifest({ base: MINISTRY, isPlain: true })]);
  });
  it("writes a file", async () => {
    const { code } = await write("--url", MINISTRY, "-o", file);
    assert.equal(code, 0);
    assert.equal(readFileSync(file, "utf8"), writeManifest({ base: MINISTRY, isPlain: false }));
  });
  for (const [says, args, told] of [
    ["no address", [], /--url.*\n.*--url/],
    ["an unknown option", ["--url", MINISTRY, "--sharp"], /Usage/],
    ["an address without HTTPS", ["--url", "http://a.vn"], /HTTPS only/],
    ["a folder that is not there", ["--url", MINISTRY, "-o", join(folder, "none/m.xml")], /can't be written/],
  ] as const)
    it(`refuses ${says} in both languages`, async () => {
      const { code, stdout, stderr } = await write(...args);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, told);
      assert.doesNotMatch(stderr, /\n\s+at /);
    });
});
