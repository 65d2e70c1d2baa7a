/** A backup of one moment, taken from a browser while the service goes on: the same file that `phuluc backup` makes. */
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Download } from "../answers.ts";
import type { Caller, Service } from "../service.ts";
import { appendAudit } from "../store/audit.ts";
import { writeBackup } from "../store/backup.ts";

/** Asking for it is logged before anything is given away: the file holds everything, hashes of passwords too. */
export async function downloadBackup({ store }: Service, caller: Caller): Promise<Download> {
  const at = new Date().toISOString();
  await store.write((tx) =>
    appendAudit(tx, {
      at,
      actor: { id: caller.id, name: caller.name },
      organisationId: caller.organisation.id,
      action: "back-up",
      subject: "service",
      details: {},
    }),
  );
  return {
    fileName: `phuluc-${at.replace(/[:.]/g, "-").slice(0, 19)}.ndjson.gz`,
    mediaType: "application/gzip",
    write: async (out) => {
      const lines = new PassThrough();
      const sent = pipeline(lines, createGzip(), out);
      const written = writeBackup(store, lines, at).then(() => lines.end());
      await Promise.all([written, sent]);
    },
  };
}
