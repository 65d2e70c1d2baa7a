/** A round as it looks half-way, and the one before it: the published plans that come with the program, and invented provinces named as such. */
import { readFile } from "node:fs/promises";
import { ROOT_ID } from "../first-start.ts";
import { addPerson, enter, type Ask, type Given, type NewPerson } from "./demo-people.ts";
import { contentOf, playInvented, playLastYear, PROVINCES, type Place } from "./invented-provinces.ts";

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
const officerName = (name: string): string => `Cán bộ tỉnh ${name}`;
const DAY_MS = 86_400_000;

/** @param first the administrator's account as the service has just made it */
export async function makeDemoRound(
  url: string,
  first: { readonly email: string; readonly password: string },
  fixtures: URL,
): Promise<void> {
  const administrator = await enter(url, first);
  const add = (person: NewPerson): Promise<Ask> => addPerson(url, administrator, person);
  const reviewer = await add({
    organisationId: ROOT_ID,
    name: "Chuyên viên rà soát",
    email: "rasoat@phuluc.local",
    role: "reviewer",
  });
  const invented = await addInvented(administrator, add);
  const previousRoundId = await openRound(administrator, {
    name: "Xem thử: kế hoạch năm trước",
    expectedIds: invented.map(({ id }) => id),
    previousRoundId: null,
  });
  await playLastYear(reviewer, { roundId: previousRoundId, provinces: invented });
  await administrator("closeRound", { params: { roundId: previousRoundId } } as Given);
  const roundId = await openRound(administrator, {
    name: "Xem thử: kế hoạch ứng dụng CNTT các tỉnh",
    expectedIds: [...PUBLISHED, ...invented].map(({ id }) => id),
    previousRoundId,
  });
  for (const { id, name, file } of PUBLISHED) {
    const officer = await add({
      organisationId: id,
      name: officerName(name),
      email: `${id}@phuluc.local`,
      role: "submitter",
    });
    await submitFile(officer, { roundId, organisationId: id, file: new URL(file, fixtures) });
    if (name === "Sóc Trăng") await sendBack(reviewer, { roundId, organisationId: id });
  }
  await playInvented(reviewer, { roundId, provinces: invented });
}

async function addInvented(administrator: Ask, add: (person: NewPerson) => Promise<Ask>) {
  const added = [];
  for (const { letter, name } of PROVINCES) {
    const body = { kind: "province", name };
    const { id } = await administrator("addOrganisation", { params: { organisationId: ROOT_ID }, body } as Given);
    const email = `mau-${letter.toLowerCase()}@phuluc.local`;
    const officer = await add({ organisationId: id, name: officerName(`Mẫu ${letter}`), email, role: "submitter" });
    added.push({ id, name, officer });
  }
  return added;
}

interface Terms {
  readonly name: string;
  readonly expectedIds: readonly string[];
  readonly previousRoundId: string | null;
}

async function openRound(administrator: Ask, terms: Terms): Promise<string> {
  const body = {
    ...terms,
    fromYear: 2011,
    toYear: 2030,
    formIds: [],
    unit: "million",
    deadline: new Date(Date.now() + 7 * DAY_MS).toISOString(),
    severityOverrides: OVERRIDES,
    explainedRuleIds: [],
    needsSignOff: false,
  };
  const { id } = await administrator("addRound", { params: { organisationId: ROOT_ID }, body } as Given);
  await administrator("openRound", { params: { roundId: id } } as Given);
  return id;
}

async function submitFile(officer: Ask, { file, ...params }: Place & { readonly file: URL }): Promise<void> {
  const fileName = decodeURIComponent(file.pathname.split("/").pop() ?? "");
  const body = new Uint8Array(await readFile(file));
  const { fileId } = await officer("sendFile", { params, query: { fileName }, body } as Given);
  const sent = contentOf({ readFromFileId: fileId, attachedFileId: fileId });
  await officer("submit", { params, body: sent } as Given);
}

const sendBack = (reviewer: Ask, params: Place): Promise<unknown> =>
  reviewer("returnSubmission", {
    params,
    body: {
      version: 1,
      why: "Dự án số 5 bắt đầu trước giai đoạn của kế hoạch; xin xem lại.",
      comments: [{ sheet: "Phụ lục", cell: "D12", text: "Thời gian 2010 nằm ngoài giai đoạn 2011-2015?" }],
    },
  } as Given);
