/** What comes before what in the outbox, and what an entry means for the others of the same work. */
import type { OutboxRecord } from "./outbox-record.ts";

type Work = Pick<OutboxRecord, "roundId" | "organisationId" | "personId">;

const isSameWork = (a: Work, b: Work): boolean =>
  a.roundId === b.roundId && a.organisationId === b.organisationId && a.personId === b.personId;

/** Earlier attempts at the same that came to nothing: the new one says it anew. */
export const superseded = (records: readonly OutboxRecord[], added: OutboxRecord): readonly OutboxRecord[] =>
  records.filter(
    (record) => isSameWork(record, added) && (record.status.kind === "refused" || record.status.kind === "conflict"),
  );

/**
 * Submitted again while the first still waited: the officer knows of the first, so the second replaces it. One that was tried
 * stays as it was sent: under one key the service is told one thing.
 */
export const linkToReceived = (
  records: readonly OutboxRecord[],
  received: OutboxRecord,
  version: number,
): readonly OutboxRecord[] =>
  records
    .filter(
      (record) =>
        isSameWork(record, received) &&
        record.status.kind === "waiting" &&
        record.triedAt === null &&
        record.madeAt >= received.madeAt,
    )
    .map((record) => ({ ...record, replaces: version }));

export interface Now {
  readonly personId: string;
  readonly at: number;
  /** Those not tried since are tried whatever their time: the network is back, or the officer asked. */
  readonly forcedAt: number;
}

/** The next one to be sent: of each work the oldest first, and none of another person's. */
export function chooseNext(records: readonly OutboxRecord[], { personId, at, forcedAt }: Now): OutboxRecord | null {
  const waiting = firstOfEach(records, personId);
  const isDue = ({ status, triedAt }: OutboxRecord): boolean =>
    (triedAt ?? -Infinity) < forcedAt ||
    (status.kind === "waiting" && status.nextTryAt !== null && status.nextTryAt <= at);
  return waiting.find(isDue) ?? null;
}

/** When something is to be tried again by itself; null when nothing is. */
export function nextTime(records: readonly OutboxRecord[], personId: string): number | null {
  const times = firstOfEach(records, personId).flatMap(({ status }) =>
    status.kind === "waiting" && status.nextTryAt !== null ? [status.nextTryAt] : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}

function firstOfEach(records: readonly OutboxRecord[], personId: string): readonly OutboxRecord[] {
  const waiting = records.filter((record) => record.personId === personId && record.status.kind === "waiting");
  return waiting.filter((record) => waiting.find((other) => isSameWork(other, record)) === record);
}
