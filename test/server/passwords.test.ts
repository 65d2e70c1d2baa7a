import assert from "node:assert/strict";
import { lockMs } from "../../server/actions/lockout.ts";
import { findWeakness, hashPassword, isPassword, makeFirstPassword } from "../../server/passwords.ts";

const KNOWN = ["Nguyễn Văn An", "an.nguyen@vi-du.vn", "an.nguyen"];

const WEAK: readonly (readonly [string, RegExp])[] = [
  ["", /ít nhất 10/],
  ["ngắn-quá!", /ít nhất 10/],
  ["aaaaaaaaaaaaaaa", /quá ít/],
  ["abababababab", /quá ít/],
  ["0912345678", /chữ số/],
  ["01/02/1985 1234", /chữ số/],
  ["password123", /quá dễ đoán/],
  ["Password2026!", /quá dễ đoán/],
  ["Mật khẩu 1234", /quá dễ đoán/],
  ["matkhau@2026", /quá dễ đoán/],
  ["1234qwertyuiop", /quá dễ đoán/],
  ["AnhYeuEm2024", /quá dễ đoán/],
  ["admin-admin-1", /quá dễ đoán/],
  ["Nguyễn Văn An 1985", /họ tên/],
  ["nguyenvanan1985", /họ tên/],
  ["AN.NGUYEN-2026", /họ tên/],
];
const STRONG: readonly string[] = [
  "ngựa đúng pin ghim",
  "correct horse battery",
  "k7f2-9xqp-mm4t",
  "mật khẩu này thật là dài",
  "8 con voi, 9 con hổ",
  "パスワードはとても長い",
];

describe("passwords", () => {
  for (const [password, why] of WEAK)
    it(`“${password}” is too weak`, () => {
      const weakness = findWeakness(password, KNOWN);
      assert.match(weakness?.vi ?? "", why);
      assert.ok((weakness?.en.length ?? 0) > 5);
    });
  for (const password of STRONG) it(`“${password}” will do`, () => assert.equal(findWeakness(password, KNOWN), null));

  it("short names are no reason to refuse", () => {
    assert.equal(findWeakness("bàn tay ta làm nên", ["Tay", "ta"]), null);
  });
  it("a first password will do, is easy to read out, and never comes twice", () => {
    const made = Array.from({ length: 200 }, makeFirstPassword);
    for (const password of made) {
      assert.match(password, /^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
      assert.doesNotMatch(password, /[ilo01]/);
      assert.equal(findWeakness(password, KNOWN), null);
    }
    assert.equal(new Set(made).size, made.length);
  });
  it("is the same however its marks were typed, and kept as Argon2id", async () => {
    const kept = await hashPassword("mật khẩu dài".normalize("NFD"));
    assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.equal(await isPassword(kept, "mật khẩu dài".normalize("NFC")), true);
    assert.equal(await isPassword(kept, "mat khau dai"), false);
  });
});

const MINUTE = 60_000;
const LOCKS: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [4, 0],
  [5, 15 * MINUTE],
  [6, 0],
  [9, 0],
  [10, 30 * MINUTE],
  [15, 60 * MINUTE],
  [35, 960 * MINUTE],
  [40, 1440 * MINUTE],
  [500, 1440 * MINUTE],
];

describe("wrong passwords in a row lock the account", () => {
  for (const [failures, ms] of LOCKS)
    it(`${String(failures)}: ${String(ms / MINUTE)} minutes`, () => assert.equal(lockMs(failures), ms));
});
