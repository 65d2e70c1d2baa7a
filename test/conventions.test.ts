/** Keeps the house style. Each check is first shown something that breaks it: a convention that can't fail is worthless. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { basename, join, posix } from "node:path";
import ts from "typescript";
import { FORM_IDS } from "../shared/appendix.ts";
import { forms } from "../shared/forms/index.ts";
import type { Bilingual } from "../shared/rule.ts";
import { examples } from "../shared/rules/examples.ts";
import { rules } from "../shared/rules/index.ts";
import { CORE_VERSION } from "../shared/version.ts";
import { ROOT, sourcesUnder, type Source } from "./sources.ts";

const SHARED = sourcesUnder("shared");
const ALL = [...SHARED, ...sourcesUnder("server"), ...sourcesUnder("addin")];

/** "source-sum-mismatch" → "sourceSumMismatch". */
const camelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const importFile = async (path: string): Promise<Readonly<Record<string, unknown>>> =>
  (await import(new URL(`../${path}`, import.meta.url).href)) as Readonly<Record<string, unknown>>;

interface Module {
  readonly path: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

const load = (sources: readonly Source[]): Promise<Module[]> =>
  Promise.all(sources.map(async ({ path }) => ({ path, exports: await importFile(path) })));

/** File, export and id are one name; the registry holds it; its cases lie in the test of that name. */
interface NamedIn {
  readonly registry: readonly unknown[];
  readonly hasTest: (id: string) => boolean;
}

function findNameFaults({ path, exports }: Module, { registry, hasTest }: NamedIn): string[] {
  const name = basename(path, ".ts");
  const found = exports[camelCase(name)];
  if (!isRecord(found)) return [`${path} does not export ${camelCase(name)}`];
  const faults = found["id"] === name ? [] : [`the id in ${path} is ${String(found["id"])}`];
  if (!registry.includes(found)) faults.push(`${path} is not registered`);
  if (!hasTest(name)) faults.push(`${path} has no test`);
  return faults;
}

const definesRule = ({ path, text }: Source): boolean =>
  path.startsWith("shared/rules/") && /\bdefineRule(<[^>]*>)?\(/.test(text);
const definesForm = ({ text }: Source): boolean => /: Form = \{/.test(text);

const ruleModules = await load(SHARED.filter(definesRule));
const formModules = await load(SHARED.filter(definesForm));

describe("conventions: a rule is a file", () => {
  const hasTest = (id: string): boolean => {
    const file = join(ROOT, `test/rules/${id}.test.ts`);
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    return text.includes(`"${id}"`) && text.includes("testRule(");
  };

  it("with one name, registered, and with cases", () => {
    const rule = { id: "number-gap" };
    const named = { registry: [rule], hasTest: () => true };
    const right = { path: "shared/rules/number-gap.ts", exports: { numberGap: rule } };
    assert.deepEqual(findNameFaults(right, named), []);
    assert.equal(findNameFaults({ ...right, path: "shared/rules/gap.ts" }, named).length, 1);
    assert.equal(findNameFaults({ ...right, exports: { numberGap: { id: "gap" } } }, named).length, 2);
    assert.equal(findNameFaults(right, { ...named, registry: [] }).length, 1);
    assert.equal(findNameFaults(right, { ...named, hasTest: () => false }).length, 1);
    assert.equal(hasTest("no-such-rule"), false);

    assert.deepEqual(
      ruleModules.flatMap((module) => findNameFaults(module, { registry: rules, hasTest })),
      [],
    );
  });
  it("and every registered rule has one", () => {
    assert.ok(rules.length >= 40);
    assert.deepEqual(ruleModules.map(({ path }) => basename(path, ".ts")).sort(), rules.map(({ id }) => id).sort());
  });
});

/** {columnVi} and {columnEn} are one fact, each in its language. */
const placeholdersOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name.replace(/(Vi|En)$/, "")));

const differingPlaceholders = ({ vi, en }: Bilingual): string[] => {
  const [first, second] = [placeholdersOf(vi), placeholdersOf(en)];
  return [...new Set([...first, ...second])].filter((name) => !first.has(name) || !second.has(name));
};

const isSaid = ({ vi, en }: Bilingual): boolean => vi.trim().length > 3 && en.trim().length > 3 && vi !== en;

describe("conventions: a rule speaks both languages", () => {
  it("with the same facts in every sentence", () => {
    assert.deepEqual(differingPlaceholders({ vi: "ô {cell} ghi {printed}", en: "{printed} in {cell}" }), []);
    assert.deepEqual(differingPlaceholders({ vi: "ô {cell} ghi {printed}", en: "{cell} is wrong" }), ["printed"]);
    assert.deepEqual(differingPlaceholders({ vi: "ô {cell}", en: "{cells}" }), ["cell", "cells"]);
    assert.deepEqual(differingPlaceholders({ vi: "cột {columnVi}", en: "column {columnEn}" }), []);

    const faults = rules.flatMap(({ id, says }) =>
      Object.entries(says).flatMap(([variant, sentence]) => {
        const names = differingPlaceholders(sentence);
        return names.length === 0 ? [] : [`${id} ${variant}: ${names.join(", ")}`];
      }),
    );
    assert.deepEqual(faults, []);
  });
  it("in its sentences, what it checks, and its source", () => {
    assert.equal(isSaid({ vi: "Các cột của biểu mẫu", en: "" }), false);
    assert.equal(isSaid({ vi: "The form's columns", en: "The form's columns" }), false);

    for (const { id, checks, source, says } of rules) {
      assert.ok(isSaid(checks), `${id}: checks`);
      assert.ok(isSaid(source), `${id}: source`);
      assert.ok(Object.keys(says).length > 0, `${id}: no sentence`);
      for (const [variant, sentence] of Object.entries(says)) assert.ok(isSaid(sentence), `${id}: ${variant}`);
    }
  });
});

/** The cells and figures it names, "1.500" and "1,500" being one. */
const figuresOf = (text: string): string =>
  [...new Set((text.match(/[A-Z]*\d[\d.,]*/g) ?? []).map((figure) => figure.replace(/[.,]/g, "")))].sort().join(" ");

function findExampleFaults(ids: readonly string[], shown: Readonly<Record<string, Bilingual>>): string[] {
  const missing = ids.filter((id) => !(id in shown)).map((id) => `${id} has no example`);
  const unknown = Object.keys(shown).filter((id) => !ids.includes(id));
  const wrong = Object.entries(shown).flatMap(([id, example]) => {
    if (!isSaid(example)) return [`the example of ${id} is not in two languages`];
    const [first, second] = [figuresOf(example.vi), figuresOf(example.en)];
    return first === second ? [] : [`the examples of ${id} differ: ${first} / ${second}`];
  });
  return [...missing, ...unknown.map((id) => `an example of ${id}, which is no rule`), ...wrong];
}

describe("conventions: a rule has an example", () => {
  const BREACHES: readonly (readonly [string, Readonly<Record<string, Bilingual>>])[] = [
    ["no example", {}],
    ["an example of no rule", { gap: { vi: "Ô A7", en: "Cell A7" }, lost: { vi: "Ô A7", en: "Cell A7" } }],
    ["one language twice", { gap: { vi: "Cell A7", en: "Cell A7" } }],
    ["one language left out", { gap: { vi: "Ô A7 ghi 2.", en: "" } }],
    ["another cell", { gap: { vi: "Ô A7 ghi 2.", en: "Cell A8 says 2." } }],
    ["another figure", { gap: { vi: "Ô A7 ghi 2.500.", en: "Cell A7 says 2,600." } }],
  ];
  for (const [name, shown] of BREACHES)
    it(`${name} would be found`, () => {
      assert.equal(findExampleFaults(["gap"], shown).length, 1);
    });
  it("in both languages, with the same cells and figures", () => {
    assert.deepEqual(findExampleFaults(["gap"], { gap: { vi: "Ô A7 ghi 2.500.", en: "A7 says 2,500." } }), []);
    assert.deepEqual(
      findExampleFaults(
        rules.map(({ id }) => id),
        examples,
      ),
      [],
    );
  });
});

describe("conventions: a form is a file", () => {
  const hasTest = (id: string): boolean => existsSync(join(ROOT, `test/forms/${id}.test.ts`));

  it("with one name, registered, and with a test", () => {
    const wrong = { path: "shared/forms/targets.ts", exports: { targets: { id: "results" } } };
    assert.equal(findNameFaults(wrong, { registry: forms, hasTest: () => false }).length, 3);

    assert.deepEqual(
      formModules.flatMap((module) => findNameFaults(module, { registry: forms, hasTest })),
      [],
    );
  });
  it("for every form id", () => {
    assert.deepEqual(formModules.map(({ path }) => basename(path, ".ts")).sort(), [...FORM_IDS].sort());
    assert.deepEqual(forms.map(({ id }) => id).sort(), [...FORM_IDS].sort());
  });
});

/** From the root where it is one of ours, else the package's name. */
const importsOf = ({ path, text }: Source): string[] =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith(".") ? posix.join(posix.dirname(path), fileName) : fileName,
    );

const isIn = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
const isFormFile = (path: string): boolean => FORM_IDS.some((id) => path === `shared/forms/${id}.ts`);
const isWorkbookLibrary = (name: string): boolean => /^(exceljs|@e965\/xlsx|hucre)(\/|$)/.test(name);
const isSimulatorInDemo = (path: string, imported: string): boolean =>
  isIn(path, "addin/demo") && (isIn(imported, "test/host-sim") || imported === "test/bench/sheets.ts");

/** Of the pane's way to the service. */
const SHARED_WITH_PAGES: readonly string[] = [
  "addin/observed.ts",
  "addin/build.mjs",
  "addin/host/open-window.ts",
  "addin/host/page-windows.ts",
  ...["account", "asking", "desk", "reply", "requests", "session", "state", "windows"].map(
    (name) => `addin/sync/${name}.ts`,
  ),
];

interface Boundary {
  readonly says: string;
  readonly forbids: (path: string, imported: string) => boolean;
  /** An import that it must catch. */
  readonly breach: Source;
}

const importing = (path: string, imported: string): Source => ({
  path,
  text: `import type { X } from "${imported}";\n`,
});

const BOUNDARIES: readonly Boundary[] = [
  {
    says: "shared imports only itself and zod",
    forbids: (path, imported) => isIn(path, "shared") && imported !== "zod" && !isIn(imported, "shared"),
    breach: importing("shared/money.ts", "../server/cli.ts"),
  },
  {
    says: "shared imports no module of Node",
    forbids: (path, imported) => isIn(path, "shared") && imported.startsWith("node:"),
    breach: { path: "shared/money.ts", text: `export const load = async () => import("node:fs");\n` },
  },
  {
    says: "rules import no form: only the index of forms, and what a heading says",
    forbids: (path, imported) => isIn(path, "shared/rules") && isFormFile(imported),
    breach: importing("shared/rules/missing-amount.ts", "../forms/targets.ts"),
  },
  {
    says: "no rule imports another",
    forbids: (path, imported) => ruleFiles.has(path) && ruleFiles.has(imported),
    breach: importing("shared/rules/number-gap.ts", "./number-repeated.ts"),
  },
  {
    says: "forms import no rule and nothing that reads",
    forbids: (path, imported) =>
      isIn(path, "shared/forms") && (ruleFiles.has(imported) || isIn(imported, "shared/reading")),
    breach: importing("shared/forms/targets.ts", "../reading/header.ts"),
  },
  {
    says: "server and addin import nothing of each other; only the one build calls the other, and the pages share the pane's parts",
    forbids: (path, imported) =>
      (isIn(path, "server") && isIn(imported, "addin") && !isIn(path, "server/web") && path !== "server/build.mjs") ||
      (isIn(path, "addin") && isIn(imported, "server")),
    breach: importing("addin/main.ts", "../server/cli.ts"),
  },
  {
    says: "of the add-in the review pages import its kit and its way to the service, nothing of Excel, findings or the outbox",
    forbids: (path, imported) =>
      isIn(path, "server/web") &&
      isIn(imported, "addin") &&
      !isIn(imported, "addin/pane/kit") &&
      !SHARED_WITH_PAGES.includes(imported),
    breach: importing("server/web/shell.ts", "../../addin/sync/outbox.ts"),
  },
  {
    says: "the review pages run in a browser: of the service they import nothing, and few packages",
    forbids: (path, imported) =>
      isIn(path, "server/web") &&
      path !== "server/web/build.mjs" &&
      !isIn(imported, "server/web") &&
      !isIn(imported, "addin") &&
      !isIn(imported, "shared") &&
      !/^(lit-html|zod|eventsource|chart\.js|@tanstack\/virtual-core)(\/|$)/.test(imported),
    breach: importing("server/web/shell.ts", "../actions/progress.ts"),
  },
  {
    says: "nothing of the service imports the review pages; the build calls theirs",
    forbids: (path, imported) =>
      isIn(path, "server") && !isIn(path, "server/web") && isIn(imported, "server/web") && path !== "server/build.mjs",
    breach: importing("server/app.ts", "./web/places.ts"),
  },
  {
    says: "only server/workbook imports exceljs, and nothing of the product another library for workbooks",
    forbids: (path, imported) =>
      isWorkbookLibrary(imported) && !(isIn(path, "server/workbook") && imported.startsWith("exceljs")),
    breach: importing("server/commands/validate.ts", "exceljs"),
  },
  {
    says: "only server/store names a database, and routes none at all",
    forbids: (path, imported) =>
      (!isIn(path, "server/store") && /^(pg|node:sqlite|@photostructure\/sqlite)$/.test(imported)) ||
      (isIn(path, "server/routes") && imported === "kysely"),
    breach: importing("server/routes/rounds.ts", "kysely"),
  },
  {
    says: "workbooks are written and read without knowing the service",
    forbids: (path, imported) =>
      isIn(path, "server/workbook") && /^server\/(actions|routes|store|judging|mail|service)/.test(imported),
    breach: importing("server/workbook/write-appendix.ts", "../store/database.ts"),
  },
  {
    says: "the store knows nothing of who asks, may do what, or is told",
    forbids: (path, imported) =>
      isIn(path, "server/store") &&
      /^server\/(actions|routes|mail|judging|commands|app|serve|service|authorise|permissions|relation|problem)\b/.test(
        imported,
      ),
    breach: importing("server/store/rounds.ts", "../problem.ts"),
  },
  {
    says: "routes call actions, and never the store",
    forbids: (path, imported) => isIn(path, "server/routes") && isIn(imported, "server/store"),
    breach: importing("server/routes/rounds.ts", "../store/rounds.ts"),
  },
  {
    says: "actions know nothing of routes, nor of Express",
    forbids: (path, imported) =>
      isIn(path, "server/actions") && (isIn(imported, "server/routes") || imported === "express"),
    breach: importing("server/actions/files.ts", "../routes/handler.ts"),
  },
  {
    says: "the add-in imports itself, shared and three packages; only what builds it and makes its manifest and icons runs in Node",
    forbids: (path, imported) =>
      isIn(path, "addin") &&
      !isIn(imported, "addin") &&
      !isIn(imported, "shared") &&
      !/^(lit-html|idb|zod)(\/|$)/.test(imported) &&
      !isSimulatorInDemo(path, imported) &&
      !(
        (isIn(path, "addin/manifest") || isIn(path, "addin/icons") || path === "addin/build.mjs") &&
        !/^(\.|server\/|test\/)/.test(imported)
      ),
    breach: importing("addin/host/marks.ts", "node:fs"),
  },
  {
    says: "Excel's host knows nothing of the pane and decides nothing about budgets",
    forbids: (path, imported) =>
      isIn(path, "addin/host") &&
      !isIn(imported, "addin/host") &&
      !/^(shared\/(grid|finding|fix|moved-areas)|addin\/manifest\/functions)\.ts$/.test(imported),
    breach: importing("addin/host/marks.ts", "../../shared/check.ts"),
  },
  {
    says: "nothing imports the tests, but the demo its simulated Excel and a large sheet for it",
    forbids: (path, imported) => isIn(imported, "test") && !isSimulatorInDemo(path, imported),
    breach: importing("server/cli.ts", "../test/builders.ts"),
  },
];

/** What of the simulated Excel needs Node; the rest of it stands in the demo's page too. */
const NEEDS_NODE: readonly string[] = ["load-library", "load-workbook", "simulated-excel"].map(
  (name) => `test/host-sim/${name}.ts`,
);
const HOST_SIM = sourcesUnder("test/host-sim");
const NODE_NAMES: readonly string[] = ["process", "Buffer", "require", "global", "setImmediate", "__dirname"];

const findNodeIn = (source: Source): string[] => [
  ...importsOf(source)
    .filter(
      (imported) => !isIn(imported, "shared") && (!isIn(imported, "test/host-sim") || NEEDS_NODE.includes(imported)),
    )
    .map((imported) => `${source.path} imports ${imported}`),
  ...findNames(source, NODE_NAMES),
];

const ruleFiles = new Set(ruleModules.map(({ path }) => path));

describe("conventions: imports go one way", () => {
  for (const { says, forbids, breach } of BOUNDARIES) {
    const findBreaches = (sources: readonly Source[]): string[] =>
      sources.flatMap((source) =>
        importsOf(source)
          .filter((imported) => forbids(source.path, imported))
          .map((imported) => `${source.path} imports ${imported}`),
      );
    it(says, () => {
      assert.equal(findBreaches([breach]).length, 1, "the check is blind");
      assert.deepEqual(findBreaches(ALL), []);
    });
  }
});

const OFFICE_NAMES: readonly string[] = ["Excel", "Office", "OfficeExtension", "OfficeRuntime"];

/** As names of the language, not in comments or texts. */
function findNames({ path, text }: Source, names: readonly string[]): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && names.includes(node.text)) found.push(`${path} names ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022));
  return found;
}

const findOfficeNames = (source: Source): string[] => findNames(source, OFFICE_NAMES);

describe("conventions: the simulated Excel can stand in a page", () => {
  const breaches: readonly string[] = [
    'import { readFileSync } from "node:fs";',
    'import { openExcel } from "./simulated-excel.ts";',
    'import { readWorkbookFile } from "../../server/workbook/read.ts";',
    'import { bookOf } from "../addin/excel.ts";',
    "process.env;",
    "Buffer.from([]);",
  ];
  for (const text of breaches) {
    it(`${text} would be found`, () => {
      assert.equal(findNodeIn({ path: "test/host-sim/host.ts", text }).length, 1);
    });
  }
  it("only what loads the library and workbooks needs Node", () => {
    for (const path of NEEDS_NODE)
      assert.ok(
        HOST_SIM.some((source) => source.path === path),
        path,
      );
    assert.deepEqual(HOST_SIM.filter(({ path }) => !NEEDS_NODE.includes(path)).flatMap(findNodeIn), []);
  });
});

describe("conventions: only addin/host names Excel or Office", () => {
  const breaches: readonly string[] = [
    "await Excel.run(async () => undefined);",
    "const { context } = Office;",
    "type Context = Excel.RequestContext;",
    "globalThis.OfficeRuntime.storage;",
  ];
  for (const text of breaches) {
    it(`${text} would be found`, () => {
      assert.equal(findOfficeNames({ path: "addin/pane/main.ts", text }).length, 1);
    });
  }
  it("nobody else does", () => {
    assert.deepEqual(
      findOfficeNames({ path: "addin/pane/main.ts", text: 'const says = "Excel.run"; // Office.context' }),
      [],
    );
    assert.deepEqual(ALL.filter(({ path }) => !isIn(path, "addin/host")).flatMap(findOfficeNames), []);
  });
  it("and its port, which the pane knows, names neither", () => {
    const port = ALL.filter(({ path }) => ["addin/host/port.ts", "addin/host/troubles.ts"].includes(path));
    assert.equal(port.length, 2);
    assert.deepEqual(port.flatMap(findOfficeNames), []);
  });
});

/** The compiler without any types but the language's own: what Node, the browser or Office give is then an unknown name. */
function findUnknownNames(files: readonly string[], added: Source | null = null): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2020.d.ts"],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  const addedPath = added ? join(ROOT, added.path) : "";
  host.readFile = (path) => (path === addedPath ? added?.text : readFile(path));
  host.fileExists = (path) => path === addedPath || fileExists(path);
  const program = ts.createProgram(added ? [...files, addedPath] : files, options, host);
  return program
    .getSemanticDiagnostics()
    .map(
      ({ file, messageText }) =>
        `${basename(file?.fileName ?? "")}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    )
    .filter((message) => /Cannot find|globalThis|does not exist on type/.test(message));
}

/** The clock and chance are part of the language; `new Date(serial)` is neither. */
const findClocks = ({ path, text }: Source): string[] =>
  (text.match(/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bMath\.random\b/g) ?? []).map((name) => `${path}: ${name}`);

describe("conventions: shared runs anywhere", () => {
  const NAMES = [
    "process.env",
    "Buffer.from([])",
    "require('fs')",
    "console.log(1)",
    "document.title",
    "window.location",
    "localStorage.length",
    "fetch('/')",
    "setTimeout(() => 1)",
    "performance.now()",
    "Office.context",
    "Excel.run()",
    "globalThis.fetch",
  ];
  for (const name of NAMES) {
    it(`${name} would be found`, () => {
      const faults = findUnknownNames([], {
        path: "shared/added.ts",
        text: `export const value: unknown = ${name};\n`,
      });
      assert.equal(faults.length, 1, faults.join("; "));
    });
  }
  it("it names no global of Office, the browser or Node", () => {
    assert.deepEqual(findUnknownNames(SHARED.map(({ path }) => join(ROOT, path))), []);
  });
  it("it asks neither the clock nor chance", () => {
    const asking = ["Date.now()", "new Date()", "Math.random()"];
    for (const text of asking) assert.equal(findClocks({ path: "shared/added.ts", text }).length, 1, text);
    assert.deepEqual(findClocks({ path: "shared/added.ts", text: "new Date(Math.round(serial))" }), []);

    assert.deepEqual(SHARED.flatMap(findClocks), []);
  });
});

describe("conventions: one version", () => {
  it("what is judged says the version of the package it was judged with", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    assert.equal(CORE_VERSION, version);
  });
});

describe("conventions: tests run what was built once", () => {
  /** Others run the very files meanwhile. */
  const builds = ({ text }: Source): boolean => /"npm", \[[^\]]*"build"/.test(text);
  it("and none builds it anew under the others", () => {
    assert.ok(builds({ path: "test/server/cli.test.ts", text: 'await run("npm", ["run", "-s", "build"]);' }));
    const found = sourcesUnder("test").filter((source) => source.path !== "test/conventions.test.ts" && builds(source));
    assert.deepEqual(
      found.map(({ path }) => path),
      [],
    );
  });
});
