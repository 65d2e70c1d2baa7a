/** The committed pictures are those of the drawings beside them. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { drawIcons } from "../../addin/icons/draw.ts";

const FOLDER = new URL("../../addin/icons/", import.meta.url);

/** A picture's pixels; processors may round a shade differently, so shades are compared and not files. */
function pixelsOf(png: Buffer): { width: number; pixels: Buffer } {
  const width = png.readUInt32BE(16);
  const size = `width="${String(width)}" height="${String(width)}"`;
  const href = `data:image/png;base64,${png.toString("base64")}`;
  const page = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} image-rendering="optimizeSpeed" href="${href}"/></svg>`;
  return { width, pixels: new Resvg(page).render().pixels };
}

function largestDifference(one: Buffer, other: Buffer): number {
  const [first, second] = [pixelsOf(one), pixelsOf(other)];
  if (first.width !== second.width) return Infinity;
  return first.pixels.reduce(
    (largest, shade, place) => Math.max(largest, Math.abs(shade - (second.pixels[place] ?? 0))),
    0,
  );
}

describe("icons", () => {
  const drawn = drawIcons();
  const committed = readdirSync(FOLDER).filter((name) => name.endsWith(".png"));

  it("every drawing has its pictures, and every picture its drawing", () => {
    assert.deepEqual(committed.sort(), [...drawn.keys()].sort());
    assert.ok(committed.length >= 20);
  });
  it("the comparison can fail", () => {
    const read = (name: string): Buffer => readFileSync(new URL(name, FOLDER));
    assert.equal(largestDifference(read("check-32.png"), read("check-32.png")), 0);
    assert.ok(largestDifference(read("check-32.png"), read("submit-32.png")) > 100);
    assert.equal(largestDifference(read("check-32.png"), read("check-16.png")), Infinity);
  });
  for (const [name, png] of drawn)
    it(`${name} is what npm run icons draws, and has a transparent corner`, () => {
      const picture = readFileSync(new URL(name, FOLDER));
      assert.ok(largestDifference(picture, png) <= 8);
      assert.equal(pixelsOf(picture).pixels[3], 0);
    });
});
