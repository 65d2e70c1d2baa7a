/** What the environment may say, and how a setting that can't be used is told. */
import assert from "node:assert/strict";
import { ConfigError, readConfig } from "../../server/config.ts";
import { environmentSchema, SECRET_NAMES, TAKES } from "../../server/environment.ts";
import { explain } from "../../server/commands/explain.ts";

/** A value that each can't take; the others take any text. */
const WRONG: Readonly<Record<string, string>> = {
  PORT: "70000",
  PUBLIC_URL: "phuluc.vn",
  DATABASE_URL: "mysql://nguoi:bi-mat@may/ten",
  LOG_LEVEL: "ồn",
  TRUSTED_PROXIES: "-1",
  OFFICE_JS_URL: "http://may/office.js",
  SMTP_URL: "http://nguoi:bi-mat@may",
  MAIL_FROM: "x",
  REMIND_HOURS: "0",
  OIDC_ISSUER: "ftp://may",
  OIDC_ALLOW_HTTP: "có",
  ACCESS_MINUTES: "lâu",
  REFRESH_DAYS: "91",
  RATE_PER_MINUTE: "0",
  WORKERS: "65",
};

describe("settings", () => {
  for (const [name, value] of Object.entries(WRONG))
    it(`${name}=${value} is refused with what is right`, () => {
      const { vi, en } = TAKES[name as keyof typeof TAKES];
      assert.throws(
        () => readConfig({ [name]: value }),
        (trouble) => {
          assert.ok(trouble instanceof ConfigError);
          assert.match(trouble.message, new RegExp(`^Biến môi trường ${name} không nhận giá trị này`));
          assert.ok(trouble.message.includes(`cần ${vi}. / The environment variable ${name} can't be used`));
          assert.ok(trouble.message.endsWith(`it takes ${en}.`));
          assert.equal(trouble.message.includes(`“${value}”`), !SECRET_NAMES.has(name));
          assert.doesNotMatch(trouble.message, /bi-mat/);
          assert.equal(explain(trouble), trouble.message);
          return true;
        },
      );
    });

  it("each says what it takes, in both languages", () => {
    assert.deepEqual(Object.keys(TAKES), Object.keys(environmentSchema.shape));
    for (const { vi, en } of Object.values(TAKES)) assert.ok(vi.length > 5 && en.length > 5);
  });
  it("none is needed, and an empty one is none", () => {
    assert.deepEqual(readConfig({}), readConfig({ PORT: "", DATABASE_URL: "", SMTP_URL: "" }));
  });
  it("an issuer needs a client", () => {
    assert.throws(() => readConfig({ OIDC_ISSUER: "https://may.vn" }), /OIDC_ISSUER cần có OIDC_CLIENT_ID\. \/ /);
  });
});

describe("what keeps a service from starting", () => {
  const coded = (code: string): Error => Object.assign(new Error("x"), { code });
  const SAID: readonly (readonly [string, Error, RegExp | null])[] = [
    ["a port in use", coded("EADDRINUSE"), /đặt PORT khác/],
    ["no such address", coded("EADDRNOTAVAIL"), /HOST/],
    ["no permission", coded("EACCES"), /Không có quyền/],
    ["a file for a folder", coded("ENOTDIR"), /DATA_DIR/],
    ["PostgreSQL down", coded("ECONNREFUSED"), /DATABASE_URL/],
    ["no such database", coded("3D000"), /chưa có cơ sở dữ liệu/],
    ["a wrong password", coded("28P01"), /mật khẩu/],
    ["a file that is something else", new Error("file is not a database"), /không phải cơ sở dữ liệu/],
    ["PostgreSQL silent", new Error("Connection terminated due to connection timeout"), /DATABASE_URL/],
    ["a fault of ours", new TypeError("x is not a function"), null],
  ];
  for (const [what, trouble, says] of SAID)
    it(`${what} is ${says ? "told" : "not explained away"}`, () => {
      const told = explain(trouble);
      if (says) assert.match(told ?? "", says);
      else assert.equal(told, null);
    });
});
