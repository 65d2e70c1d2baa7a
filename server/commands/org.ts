import { organisationRoutes, type Organisation } from "../../shared/api/organisations.ts";
import { ORGANISATION_KINDS } from "../../shared/organisation-kinds.ts";
import { addOrganisation, changeOrganisation } from "../actions/organisations.ts";
import { KIND_NAMES } from "../../shared/names.ts";
import { listOrganisations } from "../store/organisations.ts";
import { onDatabase } from "./on-database.ts";
import { UsageError } from "./options.ts";
import { choose, print, requireOneOf, requireOption, type Subcommand } from "./subcommands.ts";

/** Several provinces of before are called as one of today. */
const shownName = ({ kind, name, successorId }: Organisation): string =>
  kind === "province" && successorId !== null ? `${name} (đến 30/6/2025)` : name;

const lineOf = (organisation: Organisation): string =>
  [
    organisation.id,
    KIND_NAMES[organisation.kind].vi,
    shownName(organisation),
    organisation.parentId ?? "",
    organisation.successorId === null ? "" : `→ ${organisation.successorId}`,
    organisation.isClosed ? "đã đóng / closed" : "",
  ]
    .join("\t")
    .trimEnd();

const nameOf = (text: string): string => {
  const parsed = organisationRoutes.addOrganisation.body.shape.name.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError("Tên đơn vị dài từ 1 đến 200 ký tự. / An organisation's name has 1 to 200 characters.");
};

const change = (isClosed: boolean): Subcommand["run"] => {
  return async ([id = ""]) => {
    const changed = await onDatabase((acting) => changeOrganisation(acting, { id, isClosed }, null));
    print(lineOf(changed));
  };
};

/** `phuluc org …`: a line for each organisation, its parts parted by tabs. */
export const org = choose("org", {
  list: {
    usage: "list [--json]",
    options: { json: { type: "boolean" } },
    takes: 0,
    run: async (_, values) => {
      const organisations = await onDatabase(({ store }) => listOrganisations(store.db));
      if (values["json"] === true) print(JSON.stringify({ organisations }));
      else organisations.forEach((organisation) => print(lineOf(organisation)));
    },
  },
  add: {
    usage: `add "TÊN" --below MÃ-ĐƠN-VỊ --kind ${ORGANISATION_KINDS.join("|")}`,
    options: { below: { type: "string" }, kind: { type: "string" } },
    takes: 1,
    run: async ([name = ""], values) => {
      const given = {
        name: nameOf(name),
        parentId: requireOption(values, "below"),
        kind: requireOneOf(values, "kind", ORGANISATION_KINDS),
      };
      print(lineOf(await onDatabase((acting) => addOrganisation(acting, given))));
    },
  },
  rename: {
    usage: 'rename MÃ-ĐƠN-VỊ "TÊN MỚI"',
    options: {},
    takes: 2,
    run: async ([id = "", name = ""]) => {
      const given = { id, name: nameOf(name) };
      print(lineOf(await onDatabase((acting) => changeOrganisation(acting, given, null))));
    },
  },
  close: { usage: "close MÃ-ĐƠN-VỊ", options: {}, takes: 1, run: change(true) },
  reopen: { usage: "reopen MÃ-ĐƠN-VỊ", options: {}, takes: 1, run: change(false) },
});
