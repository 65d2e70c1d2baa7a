/** Where a result can't be written, each command says so in a sentence and ends with 2. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../server/commands/options.ts";
import { describeWriteTrouble } from "../../server/commands/write-trouble.ts";
import { openStore } from "../../server/store/database.ts";
import { prepareFirstStart } from "../../server/first-start.ts";
import { phuluc } from "./phuluc.ts";

const PLAN = new URL("../fixtures/nghe-an-2017.xlsx", import.meta.url).pathname;
const systemError = (code: string, more: object = {}): Error =>
  Object.assign(new Error(`${code}: by the system`), { code, syscall: "open", ...more });

describe("what can't be written", () => {
  const SAID: readonly (readonly [string, RegExp])[] = [
    [
      "ENOENT",
      /^Không ghi được x\.xlsx: thư mục không tồn tại\. \/ x\.xlsx can't be written: the folder does not exist\.$/,
    ],
    ["EACCES", /không có quyền ghi\. .* no permission to write\./],
    ["ENOSPC", /ổ đĩa đã đầy\. .* the disk is full\./],
    ["EISDIR", /đây là một thư mục\. .* it is a folder\./],
    ["ENEW", /tệp không ghi được\. .* it can't be written\./],
  ];
  for (const [code, says] of SAID)
    it(`${code} is told`, () => {
      const told = describeWriteTrouble("x.xlsx", systemError(code));
      assert.ok(told instanceof UsageError);
      assert.match(told.message, says);
    });
  it("a file in the way is named, be it the unfinished one", () => {
    const told = describeWriteTrouble("x", systemError("EEXIST", { path: "x.part" }));
    assert.ok(told instanceof UsageError);
    assert.equal(told.message, "Đã có tệp x.part. / The file x.part exists already.");
  });
  it("a fault of ours stays what it is", () => {
    const fault = new TypeError("x is not a function");
    assert.equal(describeWriteTrouble("x.xlsx", fault), fault);
    assert.equal(describeWriteTrouble("x.xlsx", "said"), "said");
  });

  describe("by a command", () => {
    let folder = "";
    const at = (...names: readonly string[]): string => join(folder, ...names);
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "phuluc-ghi-"));
      mkdirSync(at("thu-muc.xlsx"));
      writeFileSync(at("dang-ghi.part"), "của lệnh khác");
      const store = await openStore({ kind: "sqlite", path: at("data", "phuluc.sqlite") });
      await prepareFirstStart(store);
      await store.close();
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    const COMMANDS: readonly (readonly [string, (path: string) => readonly string[]])[] = [
      ["backup", (path) => ["backup", "-o", path]],
      ["template", (path) => ["template", "targets", "-o", path]],
      ["consolidate", (path) => ["consolidate", PLAN, "-o", path]],
    ];
    for (const [name, args] of COMMANDS) {
      it(`${name}: into a folder that is not there`, async () => {
        const ran = await phuluc({ DATA_DIR: at("data") }, ...args(at("khong-co", "x.xlsx")));
        assert.equal(ran.code, 2);
        assert.match(ran.err, /^Không ghi được .*khong-co\/x\.xlsx: thư mục không tồn tại\. \/ .*does not exist\.\n$/);
      });
      it(`${name}: over a folder`, async () => {
        const ran = await phuluc({ DATA_DIR: at("data") }, ...args(at("thu-muc.xlsx")));
        assert.equal(ran.code, 2);
        assert.match(ran.err, /thu-muc\.xlsx/);
        assert.doesNotMatch(ran.err, /EISDIR|ENOENT|EEXIST|gặp sự cố/);
      });
    }
    it("backup leaves what another is writing under that name", async () => {
      const ran = await phuluc({ DATA_DIR: at("data") }, "backup", "-o", at("dang-ghi"));
      assert.equal(ran.code, 2);
      assert.match(ran.err, /Đã có tệp .*dang-ghi\.part/);
      assert.ok(readdirSync(folder).includes("dang-ghi.part"));
    });
    it("backup makes no database where there is none", async () => {
      const ran = await phuluc({ DATA_DIR: at("trong") }, "backup", "-o", at("x.gz"));
      assert.equal(ran.code, 2);
      assert.match(ran.err, /Chưa có dữ liệu ở nơi này/);
      assert.deepEqual(
        readdirSync(folder).filter((name) => name === "trong" || name === "x.gz"),
        [],
      );
    });
    it("restore says that a folder is no backup", async () => {
      const ran = await phuluc({ DATA_DIR: at("moi") }, "restore", folder);
      assert.equal(ran.code, 2);
      assert.match(ran.err, /không đầy đủ|không phải/);
      assert.doesNotMatch(ran.err, /EISDIR|\n {4}at /);
    });
  });
});
