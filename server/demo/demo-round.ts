/** A round as it looks half-way: the published plans that come with the program, and invented provinces named as such. All through the service's own contract. */
import { readFile } from "node:fs/promises";
import { makeClient, type Client, type Fetch } from "../../shared/api/client.ts";
import type { API, RouteId } from "../../shared/api.ts";
import type { Answer } from "../../shared/api/route.ts";
import type { Role } from "../../shared/api/organisations.ts";
import type { Grid } from "../../shared/grid.ts";
import { ROOT_ID } from "../first-start.ts";
import { newId } from "../store/ids.ts";
import { inventedSheet } from "./invented-sheet.ts";

/** Known to everybody: the demonstration listens only on the machine itself. */
export const DEMO_PASSWORD = "xem thử Phụ Lục 2026";

/** What published plans get wrong is a warning here: otherwise none of them could be shown as submitted. */
const OVERRIDES = {
  "unsourced-amount": "warning",
  "section-sum-mismatch": "warning",
  "grand-total-mismatch": "warning",
  "source-sum-mismatch": "warning",
  "plan-total-mismatch": "warning",
  "new-item-starts-before-plan": "warning",
} as const;

const PUBLISHED: readonly { readonly id: string; readonly name: string; readonly file: string }[] = [
  { id: "tinh-cu-vinh-long", name: "Vĩnh Long", file: "vinh-long-2020.xlsx" },
  { id: "tinh-nghe-an", name: "Nghệ An", file: "nghe-an-2021-2025.xlsx" },
  { id: "tinh-cu-soc-trang", name: "Sóc Trăng", file: "soc-trang-2011-2015.xlsx" },
];
const INVENTED = ["Mẫu A", "Mẫu B", "Mẫu C", "Mẫu D"];
const provinceName = (name: string): string => `Tỉnh ${name} (giả định)`;
const officerName = (name: string): string => `Cán bộ tỉnh ${name}`;

type Given = Parameters<Client["call"]>[1];
type Ask = <Id extends RouteId>(id: Id, given: Given) => Promise<Answer<(typeof API)[Id]>>;

/** @param first the administrator's account as the service has just made it */
export async function makeDemoRound(
  url: string,
  first: { readonly email: string; readonly password: string },
  fixtures: URL,
): Promise<void> {
  const administrator = await enter(url, first);
  const add = (organisationId: string, person: { name: string; email: string; role: Role }): Promise<Ask> =>
    addPerson(url, administrator, { organisationId, ...person });
  const reviewer = await add(ROOT_ID, { name: "Chuyên viên rà soát", email: "rasoat@phuluc.local", role: "reviewer" });
  const invented: string[] = [];
  for (const name of INVENTED) {
    const body = { kind: "province", name: provinceName(name) };
    invented.push((await administrator("addOrganisation", { params: { organisationId: ROOT_ID }, body } as Given)).id);
  }
  const expectedIds = [...PUBLISHED.map(({ id }) => id), ...invented];
  const roundId = await openRound(administrator, expectedIds);
  for (const [index, { id, name, file }] of PUBLISHED.entries()) {
    const officer = await add(id, {
      name: officerName(name),
      email: `${id}@phuluc.local`,
      role: "submitter",
    });
    await submitFile(officer, { roundId, organisationId: id, file: new URL(file, fixtures) });
    if (index === 2) await sendBack(reviewer, { roundId, organisationId: id });
  }
  for (const [index, id] of invented.entries()) {
    const name = INVENTED[index] ?? "";
    const officer = await add(id, {
      name: officerName(name),
      email: `mau-${String.fromCharCode(97 + index)}@phuluc.local`,
      role: "submitter",
    });
    await playInvented(
      { officer, reviewer },
      { index, params: { roundId, organisationId: id }, sheet: inventedSheet(provinceName(name), index + 3) },
    );
  }
}

function asking(url: string, token: () => string | null): Ask {
  const client = makeClient(url, fetch as unknown as Fetch, token);
  return async (id, given) => {
    const result = await client.call(id, given as never);
    if (!result.ok)
      throw new Error(`${id}: ${result.problem.vi} ${JSON.stringify(result.problem.details ?? "").slice(0, 600)}`);
    return result.value as never;
  };
}

/** Signs in with a first password and sets the one everybody knows. */
async function enter(url: string, { email, password }: { email: string; password: string }): Promise<Ask> {
  const signIn = async (word: string): Promise<string> =>
    (await asking(url, () => null)("signIn", { body: { email, password: word } } as Given)).accessToken;
  const first = await signIn(password);
  await asking(url, () => first)("changePassword", { body: { current: password, next: DEMO_PASSWORD } } as Given);
  const token = await signIn(DEMO_PASSWORD);
  return asking(url, () => token);
}

interface NewPerson {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

async function addPerson(url: string, administrator: Ask, { organisationId, ...person }: NewPerson): Promise<Ask> {
  const { firstPassword } = await administrator("addPerson", { params: { organisationId }, body: person } as Given);
  return enter(url, { email: person.email, password: firstPassword });
}

async function openRound(administrator: Ask, expectedIds: readonly string[]): Promise<string> {
  const body = {
    name: "Xem thử: kế hoạch ứng dụng CNTT các tỉnh",
    fromYear: 2011,
    toYear: 2030,
    formIds: [],
    unit: "million",
    deadline: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    expectedIds,
    severityOverrides: OVERRIDES,
    explainedRuleIds: [],
    needsSignOff: false,
    previousRoundId: null,
  };
  const { id } = await administrator("addRound", { params: { organisationId: ROOT_ID }, body } as Given);
  await administrator("openRound", { params: { roundId: id } } as Given);
  return id;
}

interface Params {
  readonly roundId: string;
  readonly organisationId: string;
}

const bodyOf = (content: object): object => ({
  explanations: [],
  idempotencyKey: `demo-${newId()}`,
  replaces: 0,
  attachedFileId: null,
  madeWith: null,
  ...content,
});

async function submitFile(officer: Ask, { file, ...params }: Params & { readonly file: URL }): Promise<void> {
  const fileName = decodeURIComponent(file.pathname.split("/").pop() ?? "");
  const body = new Uint8Array(await readFile(file));
  const { fileId } = await officer("sendFile", { params, query: { fileName }, body } as Given);
  await officer("submit", { params, body: bodyOf({ readFromFileId: fileId, attachedFileId: fileId }) } as Given);
}

const sendBack = (reviewer: Ask, params: Params): Promise<unknown> =>
  reviewer("returnSubmission", {
    params,
    body: {
      version: 1,
      why: "Dự án số 5 bắt đầu trước giai đoạn của kế hoạch; xin xem lại.",
      comments: [{ sheet: "Phụ lục", cell: "D12", text: "Thời gian 2010 nằm ngoài giai đoạn 2011-2015?" }],
    },
  } as Given);

/** A accepted, B submitted, C a draft, D nothing yet. */
async function playInvented(
  { officer, reviewer }: { officer: Ask; reviewer: Ask },
  { index, params, sheet }: { index: number; params: Params; sheet: Grid },
): Promise<void> {
  const sheets = [sheet];
  if (index === 2) await officer("saveDraft", { params, body: { replaces: 0, sheets, explanations: [] } } as Given);
  if (index > 1) return;
  await officer("submit", { params, body: bodyOf({ sheets }) } as Given);
  if (index === 0) await reviewer("acceptSubmission", { params, body: { version: 1, why: "" } } as Given);
}
