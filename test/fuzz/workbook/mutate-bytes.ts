/** Bytes changed without regard to what they mean. */
import type { Random } from "../random.ts";

type Change = (bytes: Buffer, random: Random) => Buffer;

const EXTREMES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** Changes some bytes in place. */
const inPlace =
  (change: (bytes: Buffer, at: number, random: Random) => void): Change =>
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    if (copy.length >= 8) change(copy, random.below(copy.length - 7), random);
    return copy;
  };

/** Where zip's own records begin: nothing else says where contents lie and how long they are. */
const RECORDS = ["PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "PK\u0006\u0006", "PK\u0006\u0007"].map((text) =>
  Buffer.from(text, "latin1"),
);
const RECORD_BYTES = 46;

function changeRecord(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const record = random.pick(RECORDS);
  const from = random.below(copy.length + 1);
  const at = copy.indexOf(record, from) >= 0 ? copy.indexOf(record, from) : copy.indexOf(record);
  const field = at + random.below(RECORD_BYTES);
  if (at < 0 || field + 4 > copy.length) return copy;
  if (random.chance(0.5)) copy.writeUInt32LE(random.pick(EXTREMES), field);
  else copy.writeUInt16LE(random.pick(EXTREMES) & 0xffff, field);
  return copy;
}

const CHANGES: readonly Change[] = [
  inPlace((bytes, at, random) => bytes.writeUInt8((bytes.readUInt8(at) ^ (1 << random.below(8))) & 0xff, at)),
  inPlace((bytes, at, random) => bytes.writeUInt8(random.below(256), at)),
  inPlace((bytes, at, random) => bytes.writeUInt32LE(random.pick(EXTREMES), at)),
  inPlace((bytes, at, random) => bytes.copy(bytes, random.below(bytes.length), at, at + random.below(64))),
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random.below(Math.min(bytes.length, 64) + 1)),
  (bytes, random) => {
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + random.below(40)))]);
  },
  (bytes, random) => {
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(random.below(at + 1), at), bytes.subarray(at)]);
  },
  changeRecord,
  changeRecord,
  changeRecord,
];

export function mutateBytes(bytes: Buffer, random: Random): Buffer {
  let changed = bytes;
  for (const change of random.some(4, () => random.pick(CHANGES))) changed = change(changed, random);
  return changed;
}
