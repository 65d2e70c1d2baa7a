/** Copies of workbooks that were sent, over real HTTP: findings marked, safe fixes applied, all else as it was. */
import assert from "node:assert/strict";
import { API_PREFIX } from "../../shared/api/route.ts";
import { FINDINGS_SHEET } from "../../shared/findings-sheet.ts";
import { changedParts, fixture, gridsOf } from "../workbook/copies.ts";
import { clean } from "../../server/workbook/clean.ts";
import { makeWorkbook } from "../workbook/make-workbook.ts";
import { body, bodyFromFile, explanation, openDesk, type Desk, type Place } from "./desk.ts";
import type { Person } from "./service.ts";

const NAME = "Phụ lục Sóc Trăng.xlsx";
const YEARS = { fromYear: 2011, toYear: 2015 };
const original = fixture("soc-trang-2011-2015.xlsx");

describe("copies of files", () => {
  let desk: Desk;
  let params: Place;
  before(async function () {
    desk = await openDesk("sqlite", this);
    params = await desk.newPlace(YEARS);
  });
  after(() => desk.end());

  const send = (bytes: Uint8Array, fileName = NAME) =>
    desk.officer.get("sendFile", { params, query: { fileName }, body: bytes });
  const at = (path: string): string => `/rounds/${params.roundId}/submissions/${params.organisationId}/${path}`;
  const download = (path: string, who: Person = desk.officer): Promise<Response> =>
    fetch(`${desk.url}${API_PREFIX}${at(path)}`, { headers: { authorization: `Bearer ${who.token() ?? ""}` } });
  const bytesOf = async (answer: Response): Promise<Buffer> => {
    assert.equal(answer.status, 200, await answer.clone().text());
    return Buffer.from(await answer.arrayBuffer());
  };
  const nameOf = (answer: Response): string =>
    decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "");
  const sentences = (bytes: Buffer): readonly unknown[] =>
    (gridsOf(bytes).at(-1)?.rows ?? []).slice(4).map(({ cells }) => cells[4]?.value);

  it("come marked, with what the round finds listed", async () => {
    const { fileId, findings } = await send(original);
    const answer = await download(`files/${fileId}/annotated`);
    assert.equal(nameOf(answer), "Phụ lục Sóc Trăng (đã đánh dấu).xlsx");
    const copy = await bytesOf(answer);
    assert.deepEqual(gridsOf(copy).slice(0, -1), gridsOf(original));
    assert.equal(gridsOf(copy).at(-1)?.name, FINDINGS_SHEET.vi);
    assert.deepEqual(
      sentences(copy),
      findings.map(({ message }) => message.vi),
    );
    const cleaned = clean(copy, NAME);
    assert.ok(cleaned.ok);
    assert.deepEqual(changedParts(original, cleaned.bytes), []);
  });

  it("come with the safe fixes applied", async () => {
    const { fileId, findings } = await send(original);
    const answer = await download(`files/${fileId}/fixed`);
    assert.equal(nameOf(answer), "Phụ lục Sóc Trăng (đã sửa).xlsx");
    const again = await send(await bytesOf(answer), "Đã sửa.xlsx");
    const unsafe = findings.filter(({ fix }) => fix?.safe !== true);
    assert.ok(unsafe.length < findings.length);
    assert.deepEqual(
      again.findings.map(({ message }) => message.vi),
      unsafe.map(({ message }) => message.vi),
    );
  });

  it("keep their kind when they hold macros", async () => {
    const { fileId } = await send(fixture("workbooks-odd/vba.xlsm"), "có macro.xlsm");
    const answer = await download(`files/${fileId}/annotated`);
    assert.match(answer.headers.get("content-type") ?? "", /macroEnabled/i);
    assert.match(nameOf(answer), /\.xlsm$/);
  });

  it("are judged as the round judges", async () => {
    const { findings } = await send(original);
    const off = Object.fromEntries(findings.map(({ rule }) => [rule, "off" as const]));
    params = await desk.newPlace({ ...YEARS, severityOverrides: off });
    const { fileId } = await send(original);
    assert.deepEqual(sentences(await bytesOf(await download(`files/${fileId}/annotated`))), []);
    params = await desk.newPlace(YEARS);
  });

  it("are refused of a signed workbook, with the reason", async () => {
    const signed = makeWorkbook({
      sheets: [{ xml: "<sheetData/>" }],
      more: [{ name: "_xmlsignatures/sig1.xml", content: "<Signature/>" }],
    });
    const { fileId } = await send(signed);
    const answer = await download(`files/${fileId}/annotated`);
    const problem = (await answer.json()) as { code: string; vi: string };
    assert.equal(problem.code, "workbook-refused");
    assert.match(problem.vi, /ký số/);
  });

  it("are of one's own files only", async () => {
    const { fileId } = await send(original);
    assert.equal((await download(`files/${fileId}/annotated`, desk.neighbour)).status, 404);
    assert.equal((await download("files/khong-co/fixed")).status, 404);
  });

  it("of a version bear what was found then, and how it was explained", async () => {
    const place = await desk.newPlace(YEARS);
    params = place;
    const { fileId, findings } = await send(original);
    const [told] = findings;
    assert.ok(told);
    const said = explanation({ rule: told.rule, variant: told.variant, sheet: told.sheet, cell: told.cells[0] ?? "" });
    await desk.officer.get("submit", {
      params,
      body: bodyFromFile(fileId, { attachedFileId: fileId, explanations: [said] }),
    });
    const copy = await bytesOf(await download("versions/1/annotated", desk.reviewer));
    const listed = gridsOf(copy).at(-1)?.rows.slice(4) ?? [];
    assert.equal(listed.length, findings.length);
    assert.ok(listed.some(({ cells }) => cells.some(({ value }) => value === said.text)));
  });

  it("are not there of a version without a file", async () => {
    params = await desk.newPlace();
    await desk.officer.get("submit", { params, body: body() });
    assert.equal((await download("versions/1/annotated")).status, 404);
  });
});
