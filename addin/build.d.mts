import type { BuildResult, Metafile } from "esbuild";

export function buildAddin(outdir: string): Promise<Metafile["outputs"]>;
export function buildScript(name: string, outdir: string): Promise<BuildResult<{ metafile: true }>>;
