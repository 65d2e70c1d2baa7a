/** What a browser loads, made from addin/: the pane, its threads, the demonstration, the user's guide. */
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Marked } from "marked";

const ADDIN = fileURLToPath(new URL(".", import.meta.url));
const ROOT = join(ADDIN, "..");

/** Newer syntax is lowered to what webviews of 2021 understand. */
export const BROWSER = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  platform: "browser",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};

/** Modules; what they load only when it is needed lies in chunks/ beside them. */
const MODULES = { pane: "addin/pane/main.ts", demo: "addin/demo/main.ts" };

/** Scripts of one piece: workers, and what a page runs before anything else. */
const SCRIPTS = {
  "check-thread": "addin/checking/thread.ts",
  "compare-thread": "addin/sync/compare-thread.ts",
  "demo-bridge": "addin/demo/bridge.ts",
  "dang-nhap": "addin/pane/sign-in-page.ts",
};

const STYLES = { pane: "addin/pane/pane.css", demo: "addin/demo/demo.css" };

const PAGES = ["addin/pane", "addin/demo"];

/** Loaded by who tries the product without a workbook of their own. */
const DEMO_WORKBOOKS = ["vinh-long-2020.xlsx", "nghe-an-2021-2025.xlsx", "soc-trang-2011-2015.xlsx"];

/** Makes `addin/`, `demo/`, `huong-dan.html` and `pictures/` in the folder; gives esbuild's account of each bundle by its name. */
export async function buildAddin(outdir) {
  const addin = join(outdir, "addin");
  const bundles = await Promise.all([
    ...Object.entries(MODULES).map(([name, entry]) => buildModule(name, entry, addin)),
    ...Object.keys(SCRIPTS).map((name) => buildScript(name, addin)),
    buildBundle(STYLES, { outdir: addin, external: ["*.svg", "*.png"] }),
  ]);
  await Promise.all([
    ...PAGES.map((folder) => copyFiles(join(ROOT, folder), addin, ".html")),
    copyFiles(join(ADDIN, "icons"), join(addin, "icons"), ".png"),
    copyFiles(join(ROOT, "test/fixtures"), join(outdir, "demo"), (file) => DEMO_WORKBOOKS.includes(file)),
    writeGuide(outdir),
  ]);
  return Object.assign({}, ...bundles.map(({ metafile }) => metafile.outputs));
}

const buildBundle = (entryPoints, options) => build({ ...BROWSER, entryPoints, ...options });

/** One script alone, for a test of it. */
export const buildScript = (name, outdir) => buildBundle({ [name]: SCRIPTS[name] }, { outdir, format: "iife" });

/** One at a time: pages that have nothing to do with each other share no chunks. */
const buildModule = (name, entry, outdir) =>
  buildBundle({ [name]: entry }, { outdir, format: "esm", splitting: true, chunkNames: "chunks/[name]-[hash]" });

async function copyFiles(from, to, wanted) {
  const isWanted = typeof wanted === "string" ? (file) => file.endsWith(wanted) : wanted;
  const files = (await readdir(from)).filter(isWanted);
  if (files.length === 0) throw new Error(`nothing to copy in ${from}`);
  await mkdir(to, { recursive: true });
  await Promise.all(files.map((file) => copyFile(join(from, file), join(to, file))));
}

/** "9. Không có Excel: nộp" → "9-không-có-excel-nộp", as readers of the repository have it. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

/** The body alone: the service sets its page around it, and serves the pictures beside it. Other documents are not served. */
async function writeGuide(outdir) {
  const guide = await readFile(join(ROOT, "docs/huong-dan.md"), "utf8");
  const marked = new Marked({
    walkTokens: (token) => {
      if (token.type === "image") token.href = token.href.replace(/^pictures\//, "/huong-dan/");
    },
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        return href.endsWith(".md") ? this.parser.parseInline(tokens) : false;
      },
    },
  });
  await writeFile(join(outdir, "huong-dan.html"), await marked.parse(guide));
  const pictures = join(ROOT, "docs/pictures");
  if (existsSync(pictures)) await copyFiles(pictures, join(outdir, "pictures"), ".png");
}
