/** The addresses of the pages: what is shown follows from the address alone, so that every place can be sent to a colleague. */

/** What of a submission is looked at. */
export const SUBMISSION_VIEWS = ["bang", "so-sanh", "dot-truoc", "trung-lap", "dien-bien"] as const;
export type SubmissionView = (typeof SUBMISSION_VIEWS)[number];

/** What of the administration. */
export const ADMIN_PARTS = ["don-vi", "dot", "nhat-ky", "sao-luu"] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];

export type Place =
  | { readonly page: "rounds" }
  | { readonly page: "round"; readonly roundId: string }
  | {
      readonly page: "submission";
      readonly roundId: string;
      readonly organisationId: string;
      readonly view: SubmissionView;
      /** Null: the latest. */
      readonly version: number | null;
      /** Of a comparison: the earlier version. Null: the one before. */
      readonly since: number | null;
      /** "PL1!G12", a cell to be shown; null for none. */
      readonly cell: string | null;
    }
  | { readonly page: "upload"; readonly roundId: string; readonly organisationId: string }
  | {
      readonly page: "admin";
      readonly part: AdminPart;
      /** An organisation, or a round, that is looked at; "moi" for a round to be made. */
      readonly id: string | null;
    }
  | { readonly page: "rules"; readonly ruleId: string | null }
  | { readonly page: "account" };

export type PageName = Place["page"];
export type PlaceOf<Name extends PageName> = Extract<Place, { readonly page: Name }>;

const oneOf = <T extends string>(list: readonly T[], text: string | null | undefined): T | null =>
  list.find((one) => one === text) ?? null;

function wholeOf(text: string | null): number | null {
  const number = Number(text ?? "");
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** "" where it is no text. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** @param path without the host: "/dot/abc?ban=2". @returns null where no page is */
export function placeAt(path: string): Place | null {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const parts = pathname.replace(/\/$/, "").split("/").slice(1).map(decode);
  const [first, second, third, fourth] = parts;
  if (parts.length > 4 || parts.includes("")) return null;
  switch (first) {
    case "dot":
      if (second === undefined) return { page: "rounds" };
      if (third === undefined) return { page: "round", roundId: second };
      if (fourth === "nop") return { page: "upload", roundId: second, organisationId: third };
      return fourth === undefined ? submissionAt(second, third, searchParams) : null;
    case "quan-tri": {
      const part = second === undefined ? "don-vi" : oneOf(ADMIN_PARTS, second);
      return part === null || fourth !== undefined ? null : { page: "admin", part, id: third ?? null };
    }
    case "quy-tac":
      return third === undefined ? { page: "rules", ruleId: second ?? null } : null;
    case "tai-khoan":
      return second === undefined ? { page: "account" } : null;
    default:
      return null;
  }
}

const submissionAt = (roundId: string, organisationId: string, asked: URLSearchParams): Place => ({
  page: "submission",
  roundId,
  organisationId,
  view: oneOf(SUBMISSION_VIEWS, asked.get("xem")) ?? "bang",
  version: wholeOf(asked.get("ban")),
  since: wholeOf(asked.get("tu-ban")),
  cell: asked.get("o"),
});

/** The address of a place, without the host. */
export function addressOf(place: Place): string {
  switch (place.page) {
    case "rounds":
      return "/dot";
    case "round":
      return `/dot/${encodeURIComponent(place.roundId)}`;
    case "submission":
      return `/dot/${encodeURIComponent(place.roundId)}/${encodeURIComponent(place.organisationId)}${asked([
        ["xem", place.view === "bang" ? null : place.view],
        ["ban", place.version],
        ["tu-ban", place.since],
        ["o", place.cell],
      ])}`;
    case "upload":
      return `/dot/${encodeURIComponent(place.roundId)}/${encodeURIComponent(place.organisationId)}/nop`;
    case "admin":
      return `/quan-tri/${place.part}${place.id === null ? "" : `/${encodeURIComponent(place.id)}`}`;
    case "rules":
      return `/quy-tac${place.ruleId === null ? "" : `/${encodeURIComponent(place.ruleId)}`}`;
    case "account":
      return "/tai-khoan";
  }
}

function asked(values: readonly (readonly [string, string | number | null])[]): string {
  const given = values.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, String(value)]]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

/** A submission as one comes to it from elsewhere. */
export const submissionPlace = (
  roundId: string,
  organisationId: string,
  more: Partial<Omit<PlaceOf<"submission">, "page" | "roundId" | "organisationId">> = {},
): PlaceOf<"submission"> => ({
  page: "submission",
  roundId,
  organisationId,
  view: "bang",
  version: null,
  since: null,
  cell: null,
  ...more,
});
