/** The parts of signing in that need no service. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { ticketPath } from "../../server/actions/tickets.ts";
import { newToken } from "../../server/store/ids.ts";
import { toAddress } from "../../server/store/people.ts";
import { hashesOf, makeTokens } from "../../server/store/sessions.ts";

const TICKET_PATHS: readonly (readonly [string, string])[] = [
  ["/api/v1/rounds/a/archive", "/api/v1/rounds/a/archive"],
  ["/api/v1/rounds/a/archive?", "/api/v1/rounds/a/archive"],
  ["/api/v1/x?a=1&b=2", "/api/v1/x?a=1&b=2"],
  ["/api/v1/x?b=2&a=1", "/api/v1/x?b=2&a=1"],
  ["/api/v1/x?a=1&ticket=t", "/api/v1/x?a=1"],
  ["/api/v1/x?ticket=t&a=1&ticket=u", "/api/v1/x?a=1"],
  ["/api/v1/x?ticket=t", "/api/v1/x"],
  ["/api/v1/x?a=%20b", "/api/v1/x?a=+b"],
  ["/api/v1/x?a=+b", "/api/v1/x?a=+b"],
  ["/api/v1/x?a=%E1%BB%9F", "/api/v1/x?a=%E1%BB%9F"],
  ["/api/v1/x?a=ở", "/api/v1/x?a=%E1%BB%9F"],
  ["/api/v1/y/../x#z", "/api/v1/x"],
];

describe("a ticket's address", () => {
  for (const [given, path] of TICKET_PATHS)
    it(`${given} → ${path}`, () => {
      assert.equal(ticketPath(given), path);
      assert.equal(ticketPath(path), path, "written the same way again");
    });
  it("is the same with its ticket as without", () => {
    const pairs = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,5}$/), fc.string({ maxLength: 8 })), { maxLength: 4 });
    fc.assert(
      fc.property(pairs, (query) => {
        const asked = new URLSearchParams(query.filter(([name]) => name !== "ticket")).toString();
        const bound = ticketPath(`/api/v1/x?${asked}`);
        const opened = `${bound}${bound.includes("?") ? "&" : "?"}ticket=${newToken()}`;
        assert.equal(ticketPath(opened), bound);
      }),
    );
  });
});

const ADDRESSES: readonly (readonly [string, string])[] = [
  ["An@Vi-Du.VN", "an@vi-du.vn"],
  ["  an@vi-du.vn\n", "an@vi-du.vn"],
  ["Bình@vi-du.vn".normalize("NFD"), "bình@vi-du.vn"],
  ["", ""],
];

describe("an e-mail address", () => {
  for (const [given, address] of ADDRESSES)
    it(`“${given.trim()}” is kept as “${address}”`, () => assert.equal(toAddress(given), address));
});

const MINUTE = 60_000;
const DAY = 86_400_000;
const AT = "2026-11-03T01:00:00.000Z";
const before = (days: number): string => new Date(Date.parse(AT) - days * DAY).toISOString();
const make = (refreshDays: number, since: string) =>
  makeTokens({ accessMs: 10 * MINUTE, refreshMs: refreshDays * DAY }, { id: "s1", at: AT, since });
const daysLeft = (until: string): number => (Date.parse(until) - Date.parse(AT)) / DAY;

/** [days a session lasts unrefreshed, days since signing in, days it lasts now] */
const ENDS: readonly (readonly [number, number, number])[] = [
  [14, 0, 14],
  [14, 10, 14],
  [14, 76, 14],
  [14, 80, 10],
  [14, 90, 0],
  [1, 89, 1],
  [90, 0, 90],
  [90, 30, 60],
];

describe("a session's tokens", () => {
  for (const [lasts, since, left] of ENDS)
    it(`last ${String(left)} days, ${String(since)} days after signing in, where ${String(lasts)} are allowed`, () => {
      assert.equal(daysLeft(make(lasts, before(since)).refreshExpiresAt), left);
    });
  it("are all different, and give access for the configured time", () => {
    const tokens = [make(14, AT), make(14, AT), make(14, AT)];
    assert.equal(new Set(tokens.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken])).size, 6);
    for (const { accessExpiresAt } of tokens) assert.equal(Date.parse(accessExpiresAt) - Date.parse(AT), 10 * MINUTE);
  });
  it("name their session in the refresh token, and are kept as hashes", () => {
    const tokens = make(14, AT);
    assert.match(tokens.refreshToken, /^s1\.[\w-]{43}$/);
    const kept = JSON.stringify(hashesOf(tokens));
    assert.ok(!kept.includes(tokens.accessToken) && !kept.includes(tokens.refreshToken));
    assert.match(hashesOf(tokens).refresh_hash, /^[0-9a-f]{64}$/);
  });
});
