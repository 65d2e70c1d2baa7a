/** axe-core in a page of ours. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  readonly axe: {
    run(options: unknown): Promise<{
      readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary?: string }[] }[];
      readonly passes: readonly unknown[];
    }>;
  };
}

/** "color-contrast <b>…". @throws when it has looked at nothing */
export async function violationsIn(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(AXE);
  const { violations, passed } = await frame.evaluate(async () => {
    const { violations: found, passes } = await (globalThis as unknown as Axe).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      iframes: false,
    });
    return {
      violations: found.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`),
      ),
      passed: passes.length,
    };
  });
  assert.ok(passed > 10, "axe looked at the page");
  return violations;
}
