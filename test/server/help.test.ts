/** The help tells of every command and every option there is. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { COMMANDS } from "../../server/commands/index.ts";
import { isAskingHelp, printCommandHelp, printHelp } from "../../server/commands/help.ts";
import { CORE_VERSION } from "../../shared/version.ts";
import { phuluc } from "./phuluc.ts";

const FOLDER = new URL("../../server/commands/", import.meta.url);
const OPTION = /["\s{]([a-z][\w-]*)"?: \{ type: "(?:string|boolean)"/g;

/** Which command's help names the options of a file. */
const COMMAND_OF: Readonly<Record<string, string>> = { "round-options.ts": "round" };

/** What a file gives to parseArgs. */
const optionsIn = (file: string): readonly string[] =>
  [...readFileSync(new URL(file, FOLDER), "utf8").matchAll(OPTION)].map(([, name = ""]) => name);

describe("help", () => {
  it("names every command, in both languages", () => {
    const help = printHelp();
    for (const [name, { says }] of Object.entries(COMMANDS)) {
      assert.match(help, new RegExp(`^ {2}phuluc ${name}\\b`, "m"));
      assert.ok(help.includes(`${says.vi} / ${says.en}`), name);
    }
  });

  for (const name of Object.keys(COMMANDS))
    it(`tells how “${name}” is used`, async () => {
      const help = (await printCommandHelp(name)) ?? "";
      assert.match(help, new RegExp(`^ {2}phuluc ${name}`));
      assert.ok(help.includes(COMMANDS[name]?.says.vi ?? "?") && help.includes(COMMANDS[name]?.says.en ?? "?"));
    });

  it("tells every option", async () => {
    const files = readdirSync(FOLDER).filter((file) => optionsIn(file).length > 0);
    assert.ok(files.length >= 8, files.join(" "));
    for (const file of files) {
      const name = COMMAND_OF[file] ?? file.slice(0, -3);
      const help = [await printCommandHelp(name), name === "backup" ? await printCommandHelp("restore") : ""].join("");
      for (const option of optionsIn(file)) assert.ok(help.includes(`--${option}`), `${name} --${option}`);
    }
  });

  it("there is none of what is no command", async () => {
    assert.equal(await printCommandHelp("kiemtra"), null);
    assert.equal(await printCommandHelp("constructor"), null);
  });

  const ASKING: readonly (readonly [readonly string[], boolean])[] = [
    [["--help"], true],
    [["tep.xlsx", "-h"], true],
    [["tep.xlsx"], false],
    [[], false],
  ];
  for (const [args, isAsking] of ASKING)
    it(`${args.join(" ") || "nothing"} ${isAsking ? "asks" : "does not ask"} for it`, () =>
      assert.equal(isAskingHelp(args), isAsking));

  const CALLS: readonly (readonly [readonly string[], number, RegExp])[] = [
    [["--help"], 0, /phuluc validate/],
    [["help", "restore"], 0, /--replace/],
    [["serve", "--help"], 0, /docs\/deploying\.md/],
    [["user", "add", "--help"], 0, /phuluc user reset-password EMAIL/],
    [["--version"], 0, new RegExp(`^phuluc ${CORE_VERSION}\n$`)],
  ];
  for (const [args, code, says] of CALLS)
    it(`phuluc ${args.join(" ")}`, async () => {
      const ran = await phuluc({}, ...args);
      assert.deepEqual([ran.code, ran.err], [code, ""]);
      assert.match(ran.out, says);
    });
});
