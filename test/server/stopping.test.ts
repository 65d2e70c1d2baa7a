/** Asked to stop, the service takes nothing new and finishes what is under way. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { openRound } from "./rounds.ts";
import { addPerson, DATABASES, makeDatabase, startProcess, type Person } from "./service.ts";

const PROVINCE = "tinh-vinh-long";
const WORKBOOK = readFileSync(new URL("../fixtures/vinh-long-2020.xlsx", import.meta.url));

function beginSending(officer: Person, path: string): ClientRequest {
  const sending = request(`${officer.url}${path}`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${officer.token() ?? ""}`,
      "Content-Type": "application/octet-stream",
      "Content-Length": WORKBOOK.length,
    },
  });
  sending.write(WORKBOOK.subarray(0, WORKBOOK.length / 2));
  return sending;
}

const untilAccepted = async (url: string): Promise<void> => {
  // Whoever was let in before the signal is under way: something asked after it shows that it has been let in.
  for (let times = 0; times < 3; times++) await fetch(`${url}/healthz`);
};

for (const kind of DATABASES) {
  describe(`stopping, ${kind}`, () => {
    it("finishes a file half sent, refuses what comes after, and ends with 0", async function () {
      const database = await makeDatabase(kind, this);
      const service = await startProcess(database.env);
      try {
        const { roundId, administrator } = await openRound(service, { expectedIds: [PROVINCE] });
        const officer = await addPerson(administrator, {
          url: service.url,
          organisationId: PROVINCE,
          role: "submitter",
        });
        const sending = beginSending(
          officer,
          `/api/v1/rounds/${roundId}/submissions/${PROVINCE}/files?fileName=a.xlsx`,
        );
        const answered = once(sending, "response") as Promise<[IncomingMessage]>;
        await untilAccepted(service.url);
        const stopped = service.stop("SIGTERM");
        while (!service.said().includes("Stopping")) await new Promise((resolve) => setTimeout(resolve, 5));
        const refused = await fetch(`${service.url}/healthz`).then(
          ({ status }) => status,
          () => 503,
        );
        assert.equal(refused, 503);
        sending.end(WORKBOOK.subarray(WORKBOOK.length / 2));
        const [response] = await answered;
        assert.equal(response.statusCode, 201);
        response.resume();
        assert.equal(await stopped, 0);
      } finally {
        await service.stop("SIGKILL");
        await database.drop();
      }
    });
  });
}
