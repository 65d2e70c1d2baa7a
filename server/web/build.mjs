/** What a browser loads of the review pages. */
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { BROWSER } from "../../addin/build.mjs";

const WEB = fileURLToPath(new URL(".", import.meta.url));

/** Makes `web/` in the folder; gives esbuild's account of each file by its name. */
export async function buildWeb(outdir) {
  const web = join(outdir, "web");
  await mkdir(web, { recursive: true });
  const { metafile } = await build({
    ...BROWSER,
    entryPoints: { web: "server/web/main.ts", style: "server/web/web.css" },
    entryNames: "[name]",
    outdir: web,
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  });
  await copyFile(join(WEB, "web.html"), join(web, "web.html"));
  return metafile.outputs;
}
