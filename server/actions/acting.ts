/** What managing organisations and people needs: the command line has no more than this. */
import type { Actor } from "../store/audit.ts";
import type { Store } from "../store/database.ts";

export interface Acting {
  readonly store: Store;
  readonly actor: Actor;
}

/** As the log names whoever works at the server itself. */
export const COMMAND_LINE: Actor = { id: "command-line", name: "dòng lệnh" };
