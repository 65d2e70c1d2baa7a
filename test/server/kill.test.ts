/** The service is killed with no warning while people submit, again and again: what a client holds a receipt for is there. */
import assert from "node:assert/strict";
import { gridOf, PHASE_YEAR, withCells } from "../builders.ts";
import type { Receipt, SubmissionBody } from "../../shared/api/submissions.ts";
import { PROVINCES } from "../../shared/provinces.ts";
import { provinceId } from "../../server/first-start.ts";
import { bodyOf, openRound } from "./rounds.ts";
import {
  addPerson,
  DATABASES,
  makeDatabase,
  nobody,
  signIn,
  startProcess,
  type Person,
  type ServiceProcess,
} from "./service.ts";

const CLIENTS = 8;
const ROUNDS = 10;
/** Receipts before it is killed again, and then some time, so that it is in the middle of something else each time. */
const EACH_ROUND = 24;
const LONGEST_MS = 90;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await later(5);
}

/** One organisation's officer, who submits version after version and notes what was answered. */
interface Officer {
  person: Person;
  readonly organisationId: string;
  readonly receipts: { readonly receipt: Receipt; readonly body: SubmissionBody }[];
  /** Sent, and not answered when the service died. */
  inDoubt: SubmissionBody | null;
}

const sheetOf = (officer: Officer): SubmissionBody => {
  const next = officer.receipts.length + 1;
  const name = `Nâng cấp hệ thống lần ${String(next)}`;
  return bodyOf([gridOf(withCells(PHASE_YEAR, { B7: name }), { name: "PL1" })], { replaces: next - 1 });
};

async function submitUntilItDies(officer: Officer, roundId: string): Promise<void> {
  const params = { roundId, organisationId: officer.organisationId };
  for (;;) {
    const body = officer.inDoubt ?? sheetOf(officer);
    officer.inDoubt = body;
    const result = await officer.person.client.call("submit", { params, body }).catch(() => null);
    if (result === null) return;
    assert.ok(result.ok, result.ok ? "" : result.problem.en);
    officer.receipts.push({ receipt: result.value, body });
    officer.inDoubt = null;
  }
}

/** Every receipt is a version of the service, and asked for again under its key it is the same. */
async function verify(officer: Officer, roundId: string): Promise<void> {
  const params = { roundId, organisationId: officer.organisationId };
  const { versions } = await officer.person.get("readSubmission", { params });
  const kept = new Map(versions.map(({ receipt, number, sha256 }) => [receipt, { number, sha256 }]));
  for (const { receipt } of officer.receipts)
    assert.deepEqual(kept.get(receipt.number), { number: receipt.version, sha256: receipt.sha256 });
  // At most the one in doubt was kept without an answer.
  assert.ok(versions.length - officer.receipts.length <= (officer.inDoubt ? 1 : 0), "nothing is doubled");
  const last = officer.receipts[officer.receipts.length - 1];
  if (last) assert.deepEqual(await officer.person.get("submit", { params, body: last.body }), last.receipt);
}

for (const kind of DATABASES) {
  describe(`killed while hundreds are submitted, ${kind}`, () => {
    it(`${String(ROUNDS)} times: every receipt is there, and a retried key gives the same one`, async function () {
      this.timeout(300_000);
      const database = await makeDatabase(kind, this);
      let service: ServiceProcess = await startProcess(database.env);
      const ids = PROVINCES.slice(0, CLIENTS).map(provinceId);
      const { roundId, administrator } = await openRound(service, { expectedIds: ids });
      const officers: Officer[] = [];
      for (const organisationId of ids) {
        const person = await addPerson(administrator, { url: service.url, organisationId, role: "submitter" });
        officers.push({ person, organisationId, receipts: [], inDoubt: null });
      }
      try {
        for (let round = 0; round < ROUNDS; round++) {
          const dying = Promise.all(officers.map((officer) => submitUntilItDies(officer, roundId)));
          await until(
            () => officers.reduce((sum, { receipts }) => sum + receipts.length, 0) >= (round + 1) * EACH_ROUND,
          );
          await later((round * 37) % LONGEST_MS);
          await service.stop("SIGKILL");
          await dying;
          service = await startProcess(database.env);
          for (const officer of officers) {
            officer.person = await signIn(service.url, officer.person);
            await verify(officer, roundId);
          }
        }
        const count = officers.reduce((sum, { receipts }) => sum + receipts.length, 0);
        assert.ok(count >= ROUNDS * EACH_ROUND, `only ${String(count)} were submitted`);
        assert.equal((await nobody(service.url).client.call("readMe", {})).status, 401);
      } finally {
        await service.stop("SIGKILL");
        await database.drop();
      }
    });
  });
}

describe("two instances on one PostgreSQL", () => {
  it("one is killed and the clients go on with the other", async function () {
    this.timeout(120_000);
    const database = await makeDatabase("postgres", this);
    const [first, second] = [await startProcess(database.env), await startProcess(database.env)];
    try {
      const ids = PROVINCES.slice(0, CLIENTS).map(provinceId);
      const { roundId, administrator } = await openRound(first, { expectedIds: ids });
      const people: { readonly id: string; readonly at: readonly Person[] }[] = [];
      for (const id of ids) {
        const person = await addPerson(administrator, { url: first.url, organisationId: id, role: "submitter" });
        people.push({ id, at: [person, await signIn(second.url, person)] });
      }
      let isKilled = false;
      /** Tries one, then the other, as a balancer before them would; the key is the same. */
      const submit = async (at: readonly Person[], body: SubmissionBody, organisationId: string): Promise<Receipt> => {
        for (const person of at) {
          const result = await person.client
            .call("submit", { params: { roundId, organisationId }, body })
            .catch(() => null);
          if (result === null) continue;
          assert.ok(result.ok, result.ok ? "" : result.problem.en);
          return result.value;
        }
        throw new Error("neither answers");
      };
      const receipts = await Promise.all(
        people.map(async ({ id, at }, index) => {
          const own: Receipt[] = [];
          while (own.length < 5 || !isKilled) {
            const officer: Officer = {
              person: at[0] as Person,
              organisationId: id,
              receipts: own.map((receipt) => ({ receipt, body: bodyOf([]) })),
              inDoubt: null,
            };
            const order = (own.length + index) % 2 === 0 ? at : [...at].reverse();
            own.push(await submit(order, sheetOf(officer), id));
            if (index === 0 && own.length === 5) {
              await first.stop("SIGKILL");
              isKilled = true;
            }
          }
          for (let more = 0; more < 3; more++) {
            const officer: Officer = {
              person: at[1] as Person,
              organisationId: id,
              receipts: own.map((receipt) => ({ receipt, body: bodyOf([]) })),
              inDoubt: null,
            };
            own.push(await submit(at, sheetOf(officer), id));
          }
          return own;
        }),
      );
      for (const [index, own] of receipts.entries()) {
        const { id, at } = people[index] ?? { id: "", at: [] };
        const { versions } = await (at[1] as Person).get("readSubmission", { params: { roundId, organisationId: id } });
        assert.deepEqual(versions.map(({ receipt }) => receipt).sort(), own.map(({ number }) => number).sort());
        assert.deepEqual(
          own.map(({ version }) => version),
          own.map((_, place) => place + 1),
        );
      }
    } finally {
      await first.stop("SIGKILL");
      await second.stop();
      await database.drop();
    }
  });
});
