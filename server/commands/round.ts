/** `phuluc round …`: preparing, opening and closing rounds, while the service runs or not. */
import type { Round, RoundTerms } from "../../shared/api/rounds.ts";
import { COMMAND_LINE, type Acting } from "../actions/acting.ts";
import { closeRound, openRound } from "../actions/round-states.ts";
import { addRound, type RoundKeeper } from "../actions/rounds.ts";
import { ROOT_ID } from "../first-start.ts";
import { ROUND_STATE_NAMES } from "../../shared/names.ts";
import { findOrganisation, provincesBelow } from "../store/organisations.ts";
import { listRounds } from "../store/rounds.ts";
import { toVietnamTime } from "../../shared/vietnam-time.ts";
import { onDatabase } from "./on-database.ts";
import { UsageError } from "./options.ts";
import { ALL_PROVINCES, readTerms, ROUND_OPTIONS } from "./round-options.ts";
import { choose, print, requireOption, type Subcommand } from "./subcommands.ts";

const lineOf = ({ id, state, name, deadline, ownerId, expectedIds }: Round): string =>
  [id, ROUND_STATE_NAMES[state].vi, name, toVietnamTime(deadline), ownerId, String(expectedIds.length)].join("\t");

/** A running service finds what has happened by itself, within seconds. */
const keeperOf = ({ store }: Acting): RoundKeeper => ({ store, nudge: () => undefined });

const move = (run: typeof openRound): Subcommand["run"] => {
  return async ([roundId = ""]) => {
    print(lineOf(await onDatabase((acting) => run(keeperOf(acting), { roundId, by: COMMAND_LINE }))));
  };
};

async function add(acting: Acting, terms: RoundTerms, ownerId: string): Promise<Round> {
  const { db } = acting.store;
  if (!(await findOrganisation(db, ownerId)))
    throw new UsageError(`Không có đơn vị “${ownerId}”. / There is no organisation “${ownerId}”.`);
  const expectedIds = terms.expectedIds.includes(ALL_PROVINCES)
    ? [...terms.expectedIds.filter((id) => id !== ALL_PROVINCES), ...(await provincesBelow(db, ownerId))]
    : terms.expectedIds;
  return addRound(keeperOf(acting), { ...terms, expectedIds }, { ownerId, by: COMMAND_LINE });
}

/** A line for each round, its parts parted by tabs. */
export const round = choose("round", {
  list: {
    usage: "list [--json]",
    options: { json: { type: "boolean" } },
    takes: 0,
    run: async (_, values) => {
      const rounds = await onDatabase(({ store }) => listRounds(store.db));
      if (values["json"] === true) print(JSON.stringify({ rounds }));
      else rounds.forEach((one) => print(lineOf(one)));
    },
  },
  add: {
    usage: `add --name "TÊN" --years 2026-2030 --deadline 2026-12-31 --expect ${ALL_PROVINCES}|MÃ,MÃ [--unit million] [--forms BIỂU,BIỂU] [--owner MÃ] [--sign-off]`,
    options: ROUND_OPTIONS,
    takes: 0,
    run: async (_, values) => {
      const terms = readTerms(values);
      const ownerId = values["owner"] === undefined ? ROOT_ID : requireOption(values, "owner");
      print(lineOf(await onDatabase((acting) => add(acting, terms, ownerId))));
    },
  },
  open: { usage: "open MÃ-ĐỢT", options: {}, takes: 1, run: move(openRound) },
  close: { usage: "close MÃ-ĐỢT", options: {}, takes: 1, run: move(closeRound) },
});
