/** A whole round as one zip, for the file: every version as it came and as it was judged, original files, comments, the log, and the hash of each part. */
import { once } from "node:events";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { describe } from "../../shared/describe.ts";
import type { Finding } from "../../shared/finding.ts";
import { SEVERITY_NAMES } from "../../shared/names.ts";
import { Problem } from "../problem.ts";
import type { Caller, Service } from "../service.ts";
import { atPlace } from "../store/at-place.ts";
import { sha256 } from "../store/ids.ts";
import { expectedIdsOf, toRound } from "../store/rounds.ts";
import type { RoundTable } from "../store/tables.ts";
import type { Download } from "../answers.ts";
import { savedWorkbookName, saveName } from "./file-names.ts";
import { progressLines } from "./progress.ts";

/** @throws Problem forbidden for anybody but the round's owner */
export async function downloadArchive(service: Service, caller: Caller, round: RoundTable): Promise<Download> {
  if (caller.organisation.id !== round.owner_id) throw new Problem("forbidden");
  return {
    fileName: saveName([round.name, "lưu trữ"], "zip"),
    mediaType: "application/zip",
    write: (out) => writeArchive(service, round, out),
  };
}

interface Part {
  readonly path: string;
  readonly bytes: Buffer;
}

/** One part is held at a time: the next is read when the one before has been taken. */
async function writeArchive(service: Service, round: RoundTable, out: Writable): Promise<void> {
  const zip = new ZipFile();
  const gone = new AbortController();
  const sent = pipeline(zip.outputStream, out).finally(() => {
    gone.abort();
  });
  const contents: { path: string; bytes: number; sha256: string }[] = [];
  const add = async ({ path, bytes }: Part): Promise<void> => {
    const stream = Readable.from([bytes]);
    zip.addReadStream(stream, path, { compress: !/\.xls[xm]$/i.test(path), size: bytes.length, mtime: PART_TIME });
    await once(stream, "end", { signal: gone.signal });
  };
  const filled = (async (): Promise<void> => {
    for await (const part of partsOf(service, round)) {
      contents.push({ path: part.path, bytes: part.bytes.length, sha256: sha256(part.bytes) });
      await add(part);
    }
    await add({ path: "muc-luc.json", bytes: json(contents) });
    zip.end();
  })();
  await Promise.all([sent, filled]);
}

/** Times of parts say nothing: the documents tell when they were made. */
const PART_TIME = new Date(1980, 0, 1);
const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

async function* partsOf(service: Service, row: RoundTable): AsyncGenerator<Part> {
  const { db } = service;
  const round = toRound(row, await expectedIdsOf(db, row.id));
  const lines = await progressLines(db, round, round.expectedIds);
  yield { path: "dot.json", bytes: json(round) };
  yield { path: "tinh-trang-nop.json", bytes: json(lines) };
  for (const line of lines) {
    const folder = saveName([line.name, line.organisationId], "x").slice(0, -2);
    yield* versionsOf(service, { roundId: row.id, organisationId: line.organisationId, folder });
  }
  for (const table of ["state_change", "comment", "consolidation"] as const) {
    const rows = await db.selectFrom(table).selectAll().where("round_id", "=", row.id).orderBy("at").execute();
    yield { path: `${PATHS[table]}.json`, bytes: json(rows) };
  }
  // Ids hold nothing that LIKE reads otherwise.
  const named = `%${row.id}%`;
  const log = await db
    .selectFrom("audit_entry")
    .selectAll()
    .where((entry) => entry.or([entry("subject", "like", named), entry("details", "like", named)]))
    .orderBy("sequence")
    .execute();
  yield { path: "nhat-ky.json", bytes: json(log) };
}

const PATHS = { state_change: "dien-bien", comment: "y-kien", consolidation: "tong-hop" } as const;

interface Place {
  readonly roundId: string;
  readonly organisationId: string;
  readonly folder: string;
}

async function* versionsOf(service: Service, { folder, ...place }: Place): AsyncGenerator<Part> {
  const { db } = service;
  const numbers = await db.selectFrom("version").select("number").where(atPlace(place)).orderBy("number").execute();
  for (const { number } of numbers) {
    const version = await db
      .selectFrom("version")
      .selectAll()
      .where(atPlace(place))
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
    const { content, judged, line_ids: lineIds, file_id: fileId, ...facts } = version;
    const base = `${folder}/ban-${String(number)}`;
    yield { path: `${base}/bien-nhan.json`, bytes: json(facts) };
    yield { path: `${base}/noi-dung.json`, bytes: Buffer.from(content) };
    yield { path: `${base}/doc-va-phat-hien.json`, bytes: Buffer.from(judged) };
    yield { path: `${base}/dinh-danh-dong.json`, bytes: Buffer.from(lineIds) };
    yield { path: `${base}/phat-hien.txt`, bytes: Buffer.from(findingsText(judged)) };
    const file =
      fileId === null
        ? undefined
        : await db.selectFrom("file").select(["name", "bytes"]).where("id", "=", fileId).executeTakeFirst();
    if (!file) continue;
    yield { path: `${base}/tep-goc/${savedWorkbookName(file.name)}`, bytes: Buffer.from(file.bytes) };
  }
}

/** As people read them, one a line. */
function findingsText(judged: string): string {
  const { findings } = JSON.parse(judged) as { findings: readonly Finding[] };
  const lines = findings.map((finding) => {
    const place = [finding.sheet, finding.cells[0]].filter((part) => part !== undefined).join("!");
    return `${SEVERITY_NAMES[finding.severity].vi.toUpperCase()}\t${place}\t${describe(finding, "vi")}`;
  });
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
