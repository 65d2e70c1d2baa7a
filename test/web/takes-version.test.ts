/** Whether a round takes a version from an organisation. */
import assert from "node:assert/strict";
import type { Round } from "../../shared/api/rounds.ts";
import { takesVersion } from "../../server/web/parts/takes-version.ts";

const NOW = "2026-11-20T03:00:00.000Z";
const EARLIER = "2026-11-20T02:59:59.999Z";
const LATER = "2026-11-20T03:00:00.001Z";

const CASES: readonly (readonly [
  says: string,
  state: Round["state"],
  line: { readonly isLocked?: boolean; readonly reopenedUntil?: string },
  takes: boolean,
])[] = [
  ["open", "open", {}, true],
  ["open, but locked", "open", { isLocked: true }, false],
  ["open again, the time it was reopened until long gone", "open", { reopenedUntil: EARLIER }, true],
  ["being prepared", "preparing", {}, false],
  ["being prepared, whatever it was reopened for before", "preparing", { reopenedUntil: LATER }, false],
  ["closed", "closed", {}, false],
  ["closed, reopened until later", "closed", { reopenedUntil: LATER }, true],
  ["closed, reopened until this very moment", "closed", { reopenedUntil: NOW }, true],
  ["closed, reopened until a moment ago", "closed", { reopenedUntil: EARLIER }, false],
  ["closed, reopened, but locked", "closed", { isLocked: true, reopenedUntil: LATER }, false],
];

describe("a round takes a version", () => {
  for (const [says, state, line, takes] of CASES)
    it(`${says}: ${takes ? "yes" : "no"}`, () => {
      assert.equal(takesVersion({ state }, { isLocked: false, reopenedUntil: null, ...line }, Date.parse(NOW)), takes);
    });
});
