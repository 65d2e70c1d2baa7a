import { constants, crc32, deflateRawSync } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  /** How often the content is repeated, to make a large part out of little. */
  readonly times?: number;
  /** What stands once before and once after it. */
  readonly around?: readonly [lead: string, trail: string];
  readonly stated?: number;
  readonly flags?: number;
}

interface Packed {
  readonly packed: Buffer;
  readonly crc: number;
  readonly bytes: number;
}

function pack({ content, times = 1, around: [lead, trail] = ["", ""] }: Part): Packed {
  const once = Buffer.from(content);
  const [first, last] = [Buffer.from(lead), Buffer.from(trail)];
  const piece = (bytes: Buffer): Buffer => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  let crc = crc32(first);
  for (let count = 0; count < times; count += 1) crc = crc32(once, crc);
  const pieces = [piece(first), ...new Array<Buffer>(times).fill(piece(once)), deflateRawSync(last)];
  const bytes = first.length + once.length * times + last.length;
  // Of nothing the sum would begin anew.
  return { packed: Buffer.concat(pieces), crc: last.length > 0 ? crc32(last, crc) : crc, bytes };
}

function header(part: Part, { packed, crc, bytes }: Packed): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(part.flags ?? 0, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(part.stated ?? bytes, 18);
  fields.writeUInt16LE(Buffer.byteLength(part.name), 22);
  return fields;
}

function endOfZip(count: number, directory: Buffer, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(start, 16);
  return end;
}

export function makeZip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = pack(part);
    const fields = header(part, packed);
    const name = Buffer.from(part.name);
    const file = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), fields, name, packed.packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), fields, place, name);
    files.push(file);
    offset += file.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...files, list, endOfZip(parts.length, list, offset)]);
}

/** The same zip with its directory in the wide form that some writers use for any size. */
export function withZip64End(zip: Buffer): Buffer {
  const end = zip.length - 22;
  const wide = Buffer.alloc(56 + 20);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeBigUInt64LE(BigInt(zip.readUInt16LE(end + 10)), 32);
  wide.writeBigUInt64LE(BigInt(zip.readUInt32LE(end + 12)), 40);
  wide.writeBigUInt64LE(BigInt(zip.readUInt32LE(end + 16)), 48);
  wide.writeUInt32LE(0x07064b50, 56);
  wide.writeBigUInt64LE(BigInt(end), 64);
  const narrow = Buffer.from(zip.subarray(end));
  narrow.fill(0xff, 8, 20);
  return Buffer.concat([zip.subarray(0, end), wide, narrow]);
}

const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export interface SheetToMake {
  readonly name?: string;
  readonly state?: string;
  readonly kind?: string;
  /** Inside `<worksheet>`. */
  readonly xml: string | Buffer;
  readonly times?: number;
  readonly stated?: number;
}

export interface WorkbookToMake {
  readonly sheets: readonly SheetToMake[];
  readonly styles?: string;
  readonly sharedStrings?: string;
  readonly properties?: string;
  readonly more?: readonly Part[];
}

const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`;

const relationships = (list: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>`;

export function workbookParts({ sheets, styles, sharedStrings, properties = "", more = [] }: WorkbookToMake): Part[] {
  const list = sheets.map(({ name, state = "visible" }, index) => {
    const number = String(index + 1);
    return `<sheet name="${name ?? `Trang ${number}`}" sheetId="${number}" state="${state}" r:id="rId${number}"/>`;
  });
  const rels = sheets.map(({ kind = "worksheet" }, index) =>
    relationship(`rId${String(index + 1)}`, kind, `worksheets/sheet${String(index + 1)}.xml`),
  );
  return [
    { name: "_rels/.rels", content: relationships([relationship("rId1", "officeDocument", "xl/workbook.xml")]) },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">${properties}<sheets>${list.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relationships([
        ...rels,
        relationship("rIdS", "styles", "styles.xml"),
        relationship("rIdT", "sharedStrings", "sharedStrings.xml"),
      ]),
    },
    ...(styles ? [{ name: "xl/styles.xml", content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }] : []),
    ...(sharedStrings
      ? [{ name: "xl/sharedStrings.xml", content: `<sst xmlns="${MAIN}">${sharedStrings}</sst>` }]
      : []),
    ...sheets.map(({ xml, times, ...sheet }, index) => ({
      name: `xl/worksheets/sheet${String(index + 1)}.xml`,
      content: times ? xml : `<worksheet xmlns="${MAIN}">${String(xml)}</worksheet>`,
      ...(times ? { times } : {}),
      ...("stated" in sheet ? { stated: sheet.stated } : {}),
    })),
    ...more,
  ];
}

export const makeWorkbook = (workbook: WorkbookToMake): Buffer => makeZip(workbookParts(workbook));

/** One sheet of the rows given as XML. */
export const makeSheet = (rows: string): Buffer =>
  makeWorkbook({ sheets: [{ xml: `<sheetData>${rows}</sheetData>` }] });

/** Numbers without a pattern, so that the file does not shrink to a bomb. */
export function* noise(): Generator<number, never> {
  for (let state = 1; ;) {
    state = (state * 48271) % 2147483647;
    yield state;
  }
}

/** Sheets as tall as they may be, and if not told otherwise so many that no thread has the memory for them. */
export function manyTallSheets(count = 24): Buffer {
  const numbers = noise();
  const rows = Array.from({ length: 1000 }, () => `<row><c><v>${String(numbers.next().value % 10)}</v></c></row>`);
  const around = ["<worksheet><sheetData>", "</sheetData></worksheet>"] as const;
  const parts = workbookParts({ sheets: Array.from({ length: count }, () => ({ xml: "" })) });
  return makeZip(
    parts.map((part) =>
      part.name.startsWith("xl/worksheets/") ? { ...part, content: rows.join(""), times: 249, around } : part,
    ),
  );
}

/** Texts of references alone, each of which has to be looked up. */
export function slowTexts(): Buffer {
  const numbers = noise();
  const text = (): string =>
    `<si><t>${Array.from({ length: 200 }, () => ["&amp;", "&lt;", "&gt;", "&quot;"][numbers.next().value % 4]).join("")}</t></si>`;
  const around = ["<sst>", "</sst>"] as const;
  const content = Array.from({ length: 1000 }, text).join("");
  const texts = { name: "xl/sharedStrings.xml", content, times: 260, around };
  return makeZip([...workbookParts({ sheets: [{ xml: "" }] }), texts]);
}
