import { organisationRoutes, ROLES, type PersonAnswer } from "../../shared/api/organisations.ts";
import type { Acting } from "../actions/acting.ts";
import { addPerson, changePerson, resetPassword, unlockPerson } from "../actions/people.ts";
import { NOT_FOUND } from "../authorise.ts";
import { ROLE_NAMES } from "../../shared/names.ts";
import { Problem } from "../problem.ts";
import { findPersonByEmail, listEverybody } from "../store/people.ts";
import { onDatabase } from "./on-database.ts";
import { UsageError } from "./options.ts";
import { choose, print, requireOneOf, requireOption, type Subcommand } from "./subcommands.ts";

const lineOf = (person: PersonAnswer): string =>
  [
    person.email,
    person.name,
    ROLE_NAMES[person.role].vi,
    person.organisationId,
    person.isActive ? "" : "đã ngừng / closed",
    person.lockedUntil !== null && person.lockedUntil > new Date().toISOString() ? "tạm khóa / locked" : "",
  ]
    .join("\t")
    .trimEnd();

/** People at the server know each other by their addresses. */
const onPerson = (email: string, work: (acting: Acting, id: string) => Promise<void>): Promise<void> =>
  onDatabase(async (acting) => {
    const person = await findPersonByEmail(acting.store.db, email);
    if (!person) throw new Problem("not-found", NOT_FOUND.person);
    await work(acting, person.id);
  });

const setActive = (isActive: boolean): Subcommand["run"] => {
  return ([email = ""]) =>
    onPerson(email, async (acting, id) => print(lineOf(await changePerson(acting, id, { isActive }))));
};

const printPassword = (password: string): void =>
  print(`Mật khẩu lần đầu, chỉ hiện một lần / first password, shown once: ${password}`);

const newPersonSchema = organisationRoutes.addPerson.body;

/** `phuluc user …`: a line for each person, its parts parted by tabs. */
export const user = choose("user", {
  list: {
    usage: "list [--org MÃ-ĐƠN-VỊ] [--json]",
    options: { org: { type: "string" }, json: { type: "boolean" } },
    takes: 0,
    run: async (_, values) => {
      const everybody = await onDatabase(({ store }) => listEverybody(store.db));
      const people = everybody.filter((one) => values["org"] === undefined || one.organisationId === values["org"]);
      if (values["json"] === true) print(JSON.stringify({ people }));
      else people.forEach((person) => print(lineOf(person)));
    },
  },
  add: {
    usage: `add EMAIL --name "HỌ TÊN" --role ${ROLES.join("|")} --org MÃ-ĐƠN-VỊ`,
    options: { name: { type: "string" }, role: { type: "string" }, org: { type: "string" } },
    takes: 1,
    run: async ([email = ""], values) => {
      const organisationId = requireOption(values, "org");
      const role = requireOneOf(values, "role", ROLES);
      const given = newPersonSchema.safeParse({ email, name: requireOption(values, "name"), role });
      if (!given.success)
        throw new UsageError("Thư điện tử hoặc họ tên chưa đúng. / The e-mail address or the name is not right.");
      const added = await onDatabase((acting) => addPerson(acting, { organisationId, ...given.data }));
      print(lineOf(added.person));
      printPassword(added.firstPassword);
    },
  },
  "reset-password": {
    usage: "reset-password EMAIL",
    options: {},
    takes: 1,
    run: ([email = ""]) =>
      onPerson(email, async (acting, id) => printPassword((await resetPassword(acting, id)).firstPassword)),
  },
  unlock: { usage: "unlock EMAIL", options: {}, takes: 1, run: ([email = ""]) => onPerson(email, unlockPerson) },
  close: { usage: "close EMAIL", options: {}, takes: 1, run: setActive(false) },
  reopen: { usage: "reopen EMAIL", options: {}, takes: 1, run: setActive(true) },
});
