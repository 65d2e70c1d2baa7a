import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { buildAddin } from "../addin/build.mjs";
import { buildWeb } from "./web/build.mjs";

// Chunks of an earlier build would be packed along.
await rm("dist", { recursive: true, force: true });

// Packages stay outside the bundle: exceljs and the reader are loaded only by the commands that need them.
await build({
  entryPoints: {
    phuluc: "server/cli.ts",
    "read-worker": "server/workbook/read-worker.ts",
    "judge-worker": "server/judging/judge-worker.ts",
  },
  bundle: true,
  splitting: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "esm",
  outdir: "dist",
  logLevel: "warning",
});

await Promise.all([buildAddin("dist"), buildWeb("dist")]);
