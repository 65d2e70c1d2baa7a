/** A pasted list of people, read line by line. Pure. */
import type { Organisation, Role } from "../../../shared/api/organisations.ts";
import { ROLES } from "../../../shared/api/organisations.ts";
import { ROLE_NAMES } from "../../../shared/names.ts";
import { fold, tidy } from "../../../shared/text.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import type { OrganisationTree } from "./organisation-tree.ts";
import { BULK } from "./words.ts";

/** Someone to be added. */
export interface BulkPerson {
  readonly organisation: Organisation;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

export interface BulkLine {
  /** As it was pasted. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  readonly person: BulkPerson | null;
  readonly fault: Bilingual | null;
}

interface Reading {
  readonly tree: OrganisationTree;
  /** Whose people they are where a line names no other. */
  readonly organisation: Organisation;
}

/** "họ tên; thư điện tử; vai trò", or with the organisation before it; from a sheet the cells come with tabs between. */
export function readBulkLines(text: string, reading: Reading): readonly BulkLine[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/).flatMap((line, index): BulkLine[] => {
    if (line.trim() === "") return [];
    const read = readLine(line, reading);
    const address = "person" in read ? read.person.email.toLowerCase() : "";
    const isTwice = address !== "" && seen.has(address);
    seen.add(address);
    const at = { text: line, number: index + 1 };
    if ("fault" in read) return [{ ...at, person: null, fault: read.fault }];
    if (isTwice) return [{ ...at, person: null, fault: BULK.twice(read.person.email) }];
    return [{ ...at, person: read.person, fault: null }];
  });
}

type Read = { readonly person: BulkPerson } | { readonly fault: Bilingual };

const ADDRESS = /^[^\s@;]+@[^\s@;]+\.[^\s@;]+$/;

function readLine(line: string, { tree, organisation }: Reading): Read {
  const cells = line.split(line.includes("\t") ? "\t" : ";").map((cell) => tidy(cell));
  while (cells.length > 3 && cells[cells.length - 1] === "") cells.pop();
  const at = cells.findIndex((cell) => ADDRESS.test(cell));
  if (at < 0) return { fault: BULK.noAddress };
  if (at === 0 || at > 2 || cells.length > at + 2) return { fault: BULK.wrongOrder };
  const name = cells[at - 1] ?? "";
  if (name === "") return { fault: BULK.noName };
  const role = roleNamed(cells[at + 1] ?? "");
  if (!role) return { fault: BULK.noRole(cells[at + 1] ?? "") };
  const found = at === 1 ? [organisation] : organisationsNamed(cells[0] ?? "", { tree, organisation });
  const [only] = found;
  if (!only) return { fault: BULK.noOrganisation(cells[0] ?? "") };
  if (found.length > 1) return { fault: BULK.manyOrganisations(cells[0] ?? "", found.length) };
  if (only.isClosed) return { fault: BULK.closedOrganisation(only.name) };
  return { person: { organisation: only, name, email: cells[at] ?? "", role } };
}

function roleNamed(text: string): Role | null {
  const words = fold(text);
  const isIt = (role: Role): boolean =>
    [role, ROLE_NAMES[role].vi, ROLE_NAMES[role].en].some((name) => fold(name) === words);
  return ROLES.find(isIt) ?? (words === "quan tri vien" ? "administrator" : null);
}

/**
 * "Vĩnh Long", "Tỉnh Vĩnh Long (cũ)" for the one before, "Sở Y tế, Nghệ An" where several bear the name. A former province
 * whose name none of today bears needs no "(cũ)".
 */
function organisationsNamed(text: string, { tree, organisation: top }: Reading): readonly Organisation[] {
  const isFormerMeant = /\(cu\)$/.test(fold(text));
  const plain = fold(text).replace(/\s*\(cu\)$/, "");
  const [own = "", above = ""] = tree.all.some(({ name }) => fold(name) === plain)
    ? [plain]
    : plain.split(",").map((part) => part.trim());
  const named = tree.all.filter(
    (one) =>
      isNamed(one, own) &&
      (above === "" || isNamed(tree.find(one.parentId ?? ""), above)) &&
      tree.isInBranch(one.id, top.id),
  );
  const former = named.filter(({ successorId }) => successorId !== null);
  const today = named.filter(({ successorId }) => successorId === null);
  return isFormerMeant || today.length === 0 ? former : today;
}

/** Provinces are kept without the word that says what they are. */
function isNamed(organisation: Organisation | null, words: string): boolean {
  if (!organisation) return false;
  const bare = organisation.kind === "province" ? words.replace(/^(tinh|thanh pho|tp\.?) /, "") : words;
  return [words, bare].includes(fold(organisation.name));
}
