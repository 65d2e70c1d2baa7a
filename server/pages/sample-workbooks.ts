/** Workbooks to try the product with: published plans, as they lie beside the program. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Judging } from "../judging/pool.ts";
import { refusedProblem } from "../judging/refused.ts";
import { keepFile, type KeptFile } from "./kept-file.ts";

export interface SampleWorkbook {
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
}

const WORKBOOKS: readonly SampleWorkbook[] = [
  {
    name: "nghe-an-2017.xlsx",
    title: "Nghệ An, nhiệm vụ và dự án 2017",
    titleEn: "Nghệ An, tasks and projects of 2017",
  },
  {
    name: "nghe-an-2021-2025.xlsx",
    title: "Nghệ An, nhiệm vụ và dự án 2021–2025",
    titleEn: "Nghệ An, tasks and projects 2021–2025",
  },
  { name: "nghe-an-510-targets.xlsx", title: "Nghệ An, các chỉ tiêu", titleEn: "Nghệ An, targets" },
  {
    name: "soc-trang-2011-2015.xlsx",
    title: "Sóc Trăng, nhiệm vụ và dự án 2011–2015",
    titleEn: "Sóc Trăng, tasks and projects 2011–2015",
  },
  { name: "soc-trang-2010-pl1-staff.xlsx", title: "Sóc Trăng, nhân lực 2010", titleEn: "Sóc Trăng, staff in 2010" },
  {
    name: "soc-trang-2010-pl2-computers-departments.xlsx",
    title: "Sóc Trăng, máy tính của các sở 2010",
    titleEn: "Sóc Trăng, computers of its departments in 2010",
  },
  {
    name: "vinh-long-2020.xlsx",
    title: "Vĩnh Long, nhiệm vụ và dự án 2020",
    titleEn: "Vĩnh Long, tasks and projects of 2020",
  },
  { name: "vinh-long-2020-targets.xlsx", title: "Vĩnh Long, các chỉ tiêu 2020", titleEn: "Vĩnh Long, targets of 2020" },
  { name: "vinh-long-2020-results.xlsx", title: "Vĩnh Long, kết quả 2020", titleEn: "Vĩnh Long, results of 2020" },
];

export interface SampleWorkbooks {
  readonly list: readonly SampleWorkbook[];
  /** {sheets} as JSON; null for what is none of them. */
  readonly read: (name: string) => Promise<KeptFile | null>;
}

/** Those of them that lie in the folder. Each is read when it is first asked for, and then kept. */
export function openSampleWorkbooks(folder: string, judge: Pick<Judging, "readSheets">): SampleWorkbooks {
  const list = WORKBOOKS.filter(({ name }) => existsSync(join(folder, name)));
  const kept = new Map<string, Promise<KeptFile>>();
  const readSheets = async (name: string): Promise<KeptFile> => {
    const reply = await judge.readSheets({ bytes: await readFile(join(folder, name)), fileName: name });
    if (!reply.ok) throw refusedProblem(reply);
    return keepFile(Buffer.from(reply.answer), "application/json; charset=utf-8");
  };
  const keep = (name: string): Promise<KeptFile> => {
    const reading = readSheets(name);
    kept.set(name, reading);
    // A thread too busy today has time tomorrow.
    reading.catch(() => kept.delete(name));
    return reading;
  };
  return {
    list,
    read: (name) =>
      list.some((sample) => sample.name === name) ? (kept.get(name) ?? keep(name)) : Promise.resolve(null),
  };
}
