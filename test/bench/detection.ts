/** Right sheets, faults injected from a seed, and what is found of them: see README for how the columns are counted. */
import { checkWorkbook } from "../../shared/check.ts";
import type { Finding } from "../../shared/finding.ts";
import type { Grid } from "../../shared/grid.ts";
import { injectAll, NOT_REVEALED, type Injected } from "./faults.ts";
import { rightSheets, rightSheetsWithoutMoney } from "./right-sheets.ts";
import { seeded, largeSheet } from "./sheets.ts";
import { injectCounts } from "./count-faults.ts";

const PER_KIND_AND_SHEET = 60;
const SEED = 20_201_230;

const counted = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity !== "info");
const key = ({ rule, cells }: Finding): string => `${rule}@${cells.join(",")}`;

interface Tally {
  cases: number;
  found: number;
  atCell: number;
  atTotal: number;
  findings: number;
  missed: string[];
  several: string[];
}

const tallies = new Map<string, Tally>();

function judge(fault: Injected): void {
  const tally = tallies.get(fault.kind) ?? {
    cases: 0,
    found: 0,
    atCell: 0,
    atTotal: 0,
    findings: 0,
    missed: [],
    several: [],
  };
  tallies.set(fault.kind, tally);
  const findings = counted(checkWorkbook(fault.grids).findings);
  tally.cases++;
  if (findings.length > 0) {
    tally.found++;
    tally.findings += findings.length;
  }
  if (findings.length > 1) tally.several.push(`${fault.sheet} ${fault.at[0] ?? ""}: ${findings.map(key).join("; ")}`);
  const roots = findings.map(({ cells }) => cells[0] ?? "");
  if (roots.some((cell) => fault.at.includes(cell))) tally.atCell++;
  else if (roots.some((cell) => fault.orAt.includes(cell))) tally.atTotal++;
  else tally.missed.push(`${fault.sheet} ${fault.at[0] ?? ""}: ${findings.map(key).join("; ") || "nothing"}`);
}

function sample(faults: readonly Injected[]): readonly Injected[] {
  const random = seeded(SEED);
  const byKind = new Map<string, Injected[]>();
  for (const fault of faults) byKind.set(fault.kind, [...(byKind.get(fault.kind) ?? []), fault]);
  return [...byKind.values()].flatMap((kind) => {
    const rest = [...kind];
    const taken: Injected[] = [];
    while (rest.length > 0 && taken.length < PER_KIND_AND_SHEET) taken.push(...rest.splice(random(rest.length), 1));
    return taken;
  });
}

function falseAlarms(sheets: readonly { name: string; grids: readonly Grid[] }[]): { errors: number; others: number } {
  let errors = 0;
  let others = 0;
  for (const { name, grids } of sheets) {
    for (const finding of counted(checkWorkbook(grids).findings)) {
      if (finding.severity === "error") errors++;
      else others++;
      console.log(`false alarm on ${name}: ${key(finding)}`);
    }
  }
  return { errors, others };
}

const money = await rightSheets();
const plain = await rightSheetsWithoutMoney();
const large = [1, 2, 3, 4].flatMap((seed) =>
  [false, true].map((formulas) => ({ name: `seed ${String(seed)}`, grids: [largeSheet(200, { seed, formulas })] })),
);
const untouched = [...money, ...plain, ...large];
const alarms = falseAlarms(untouched);
for (const sheet of money) for (const fault of sample(injectAll(sheet))) judge(fault);
for (const sheet of plain) for (const fault of sample(injectCounts(sheet))) judge(fault);

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
console.log(
  "\n| kind of fault | cases | found | at the cell | at its total (cell not determined) | findings per fault |\n| --- | --- | --- | --- | --- | --- |",
);
const all = { cases: 0, found: 0, atCell: 0, atTotal: 0, findings: 0 };
for (const [kind, tally] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const mean = (tally.findings / Math.max(1, tally.found)).toFixed(2);
  console.log(
    `| ${kind} | ${String(tally.cases)} | ${percent(tally.found, tally.cases)} | ${percent(tally.atCell, tally.cases)} | ${percent(tally.atTotal, tally.cases)} | ${mean} |`,
  );
  if (kind === NOT_REVEALED) continue;
  for (const name of ["cases", "found", "atCell", "atTotal", "findings"] as const) all[name] += tally[name];
}
console.log(
  `| **all that an equation or rule can reveal** | ${String(all.cases)} | ${percent(all.found, all.cases)} | ${percent(all.atCell, all.cases)} | ${percent(all.atTotal, all.cases)} | ${(all.findings / all.found).toFixed(2)} |`,
);
console.log(
  `\nfound ${percent(all.found, all.cases)}; at the right cell ${percent(all.atCell + all.atTotal, all.cases)} (the cell itself, or where no equation determines it the total of the sum it stands in)`,
);
console.log(
  `false errors on ${String(untouched.length)} untouched sheets: ${String(alarms.errors)}; warnings and questions: ${String(alarms.others)}`,
);
if (process.argv.includes("--missed")) {
  for (const [kind, { several }] of tallies)
    for (const line of several.slice(0, 6)) console.log(`SEVERAL ${kind}: ${line}`);
  for (const [kind, { missed }] of tallies) for (const line of missed.slice(0, 12)) console.log(`${kind}: ${line}`);
}
