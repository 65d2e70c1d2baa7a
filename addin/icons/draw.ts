/** `npm run icons`: makes the PNGs of the drawings beside this file. At 16 px each has a drawing of its own, on the pixels. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const FOLDER = new URL("./", import.meta.url);
const FINE = "-16.svg";
const SIZES = [32, 64, 80, 128];

/** Every icon by its file's name. */
export function drawIcons(): ReadonlyMap<string, Buffer> {
  const drawings = readdirSync(FOLDER).filter((name) => name.endsWith(".svg"));
  return new Map(
    drawings.flatMap((name): [string, Buffer][] =>
      name.endsWith(FINE)
        ? [[name.replace(".svg", ".png"), draw(name, 16)]]
        : SIZES.map((size) => [name.replace(".svg", `-${String(size)}.png`), draw(name, size)]),
    ),
  );
}

const draw = (name: string, size: number): Buffer =>
  new Resvg(readFileSync(new URL(name, FOLDER), "utf8"), {
    fitTo: { mode: "width", value: size },
    font: { loadSystemFonts: false },
  })
    .render()
    .asPng();

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const [name, png] of drawIcons()) writeFileSync(fileURLToPath(new URL(name, FOLDER)), png);
}
