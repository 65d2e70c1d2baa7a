/** How much the pane loads at first, as it goes over the wire; what is only needed later must stay out of it. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildAddin } from "../../addin/build.mjs";

/** Of the page: what is loaded before anything is shown. The thread loads beside it, while the sheets are being read. */
const MOST_KB = 60;
const MOST_THREAD_KB = 57;

const outdir = mkdtempSync(join(tmpdir(), "phuluc-addin-"));
after(() => {
  rmSync(outdir, { recursive: true, force: true });
});

const bundles = await buildAddin(outdir);
const byFile = new Map(Object.entries(bundles).map(([path, bundle]) => [basename(path), bundle]));

/** The script and every chunk that it can't run without. */
function withChunks(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const bundle = byFile.get(file);
  assert.ok(bundle, `${file} was not built`);
  for (const { path, kind } of bundle.imports) if (kind === "import-statement") withChunks(basename(path), seen);
  return seen;
}

const scripts = [...withChunks("pane.js")];
const isChunk = (file: string): boolean => file !== "pane.js";

/** Kilobytes of 1,000 bytes. */
const sizeOf = (file: string): number =>
  gzipSync(readFileSync(join(outdir, "addin", isChunk(file) && scripts.includes(file) ? "chunks" : "", file)), {
    level: 9,
  }).length / 1_000;

const inputsOf = (files: readonly string[]): readonly string[] =>
  files.flatMap((file) => Object.keys(byFile.get(file)?.inputs ?? {}));

describe("the pane's first load", () => {
  const tell = (files: readonly string[]): { readonly all: number; readonly told: string } => {
    const sizes = files.map((file) => ({ file, size: sizeOf(file) }));
    const all = sizes.reduce((sum, { size }) => sum + size, 0);
    return {
      all,
      told: `${sizes.map(({ file, size }) => `${file} ${size.toFixed(1)}`).join(", ")}; in all ${all.toFixed(1)} KB`,
    };
  };

  it(`of the page is under ${String(MOST_KB)} KB, compressed`, () => {
    const { all, told } = tell(["pane.html", "pane.css", ...scripts]);
    console.log(`      ${told}`);
    assert.ok(all < MOST_KB, told);
  });

  it(`of the checking thread is under ${String(MOST_THREAD_KB)} KB`, () => {
    const { all, told } = tell(["check-thread.js"]);
    assert.ok(all < MOST_THREAD_KB, told);
  });

  it("holds nothing of signing in, submitting, or parsing what the service says", () => {
    const first = inputsOf(scripts);
    const later = first.filter((input) => /node_modules\/(zod|idb)\/|^shared\/api\/|^addin\/sync\//.test(input));
    assert.deepEqual(later, []);
    assert.ok(
      inputsOf([...byFile.keys()]).some((input) => input.startsWith("addin/sync/")),
      "no part submits",
    );
  });

  it("of the thread holds no schemas", () => {
    assert.deepEqual(
      inputsOf(["check-thread.js"]).filter((input) => /node_modules\/zod\/|-schema\.ts$/.test(input)),
      [],
    );
  });

  it("names no source map", () => {
    for (const file of [...scripts, "check-thread.js"]) {
      const text = readFileSync(
        join(outdir, "addin", isChunk(file) && scripts.includes(file) ? "chunks" : "", file),
        "utf8",
      );
      assert.doesNotMatch(text, /sourceMappingURL/, file);
    }
  });
});

describe("what else is built", () => {
  const FILES: readonly string[] = [
    "addin/compare-thread.js",
    "addin/demo.js",
    "addin/demo-bridge.js",
    "addin/demo.css",
    "addin/demo.html",
    "addin/dang-nhap.js",
    "addin/icons/pane-32.png",
    "demo/vinh-long-2020.xlsx",
    "demo/nghe-an-2021-2025.xlsx",
    "demo/soc-trang-2011-2015.xlsx",
    "huong-dan.html",
  ];
  for (const file of FILES)
    it(file, () => {
      assert.ok(readFileSync(join(outdir, file)).length > 100);
    });

  const guide = readFileSync(join(outdir, "huong-dan.html"), "utf8");
  it("the guide is headings and paragraphs, without a page around them", () => {
    assert.match(guide, /<h1 id=/);
    assert.doesNotMatch(guide, /<html|<body|<script/);
  });
  it("the guide leads to nothing that the service does not serve", () => {
    assert.doesNotMatch(guide, /(href|src)="[^"]*\.md|src="(?!\/huong-dan\/)/);
  });
  it("every chapter that the guide leads to is there", () => {
    const anchors = [...guide.matchAll(/href="#([^"]+)"/g)].map(([, anchor = ""]) => decodeURIComponent(anchor));
    assert.ok(anchors.length >= 3);
    for (const anchor of anchors) assert.ok(guide.includes(`id="${anchor}"`), anchor);
  });
  it("every picture of the guide is there", () => {
    const pictures = [...guide.matchAll(/src="\/huong-dan\/([^"]+)"/g)].map(([, name = ""]) => name);
    assert.ok(pictures.length > 0);
    assert.deepEqual(
      pictures.filter((name) => !existsSync(join(outdir, "pictures", name))),
      [],
    );
  });
});
