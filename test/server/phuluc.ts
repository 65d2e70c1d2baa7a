/** The command line as people run it, for tests. */
import { execFile } from "node:child_process";
import { PROGRAM } from "./service.ts";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const phuluc = (env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const options = { env: { PATH: process.env["PATH"] ?? "", ...env } };
    const child = execFile(process.execPath, [...PROGRAM, ...args], options, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
