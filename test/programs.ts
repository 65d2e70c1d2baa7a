/** Programs that some tests need and not every machine has. */
import { execFile, execFileSync } from "node:child_process";
import type { Context } from "mocha";

function has(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Skips the test where the program is missing; where all tests must run (CI) it fails instead. */
export function needs(test: Context, program: string): void {
  if (has(program)) return;
  if (process.env["PHULUC_REQUIRE_ALL"] === "1") throw new Error(`${program} is not installed`);
  test.skip();
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end; never throws for its exit code. */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; timeoutMs?: number } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const settings = { cwd: options.cwd, timeout: options.timeoutMs ?? 180_000, maxBuffer: 64 * 1024 * 1024 };
    execFile(program, [...args], settings, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : -1) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}
