/** A service from source with an administrator, an officer and an open round; what requests name by placeholder is here. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Person, ServiceProcess } from "../../server/service.ts";

export interface FuzzScene {
  readonly service: ServiceProcess;
  readonly people: readonly Person[];
  readonly fill: (text: string) => string;
  readonly end: () => Promise<void>;
}

const PROVINCE = "tinh-vinh-long";
const SPARE_PROVINCE = "tinh-nghe-an";

export async function openFuzzScene(): Promise<FuzzScene> {
  // Read when the helpers are loaded: what is fuzzed is what stands in the sources.
  process.env["PHULUC_FROM_SOURCE"] = "1";
  const { addPerson, startProcess } = await import("../../server/service.ts");
  const { addOpenRound, MINISTRY, openRound } = await import("../../server/rounds.ts");
  const folder = mkdtempSync(join(tmpdir(), "phuluc-fuzz-"));
  const service = await startProcess({ DATA_DIR: folder, LOG_LEVEL: "error" });
  const { administrator, reviewer, roundId } = await openRound(service, { expectedIds: [PROVINCE] });
  const officer = await addPerson(administrator, { url: service.url, organisationId: PROVINCE, role: "submitter" });
  const spare = await administrator.get("addPerson", {
    params: { organisationId: SPARE_PROVINCE },
    body: { name: "Người khác", email: "khac@vi-du.vn", role: "submitter" },
  });
  const spareRound = await addOpenRound(administrator, { name: "Đợt khác", expectedIds: [SPARE_PROVINCE] });
  const known: Readonly<Record<string, () => string>> = {
    round: () => roundId,
    organisation: () => PROVINCE,
    ministry: () => MINISTRY,
    person: () => spare.person.id,
    spareRound: () => spareRound,
    spareOrganisation: () => SPARE_PROVINCE,
    key: () => randomBytes(16).toString("hex"),
  };
  return {
    service,
    people: [administrator, officer, reviewer],
    fill: (text) => text.replace(/\{(\w+)\}/g, (whole, name: string) => known[name]?.() ?? whole),
    end: async () => {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
