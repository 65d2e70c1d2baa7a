import type { TemplateResult } from "lit-html";
import type { OutboxEntry } from "../../sync/state.ts";
import { button } from "../kit/button.ts";
import { say } from "../kit/language.ts";
import type { SubmitScope } from "./scope.ts";
import { OUTBOX } from "./words.ts";

/** Takes what has been answered off the list; what still waits has its own question. */
export const dismissButton = ({ sync }: SubmitScope, { idempotencyKey }: OutboxEntry): TemplateResult =>
  button({
    label: say(OUTBOX.dismiss),
    look: "quiet",
    does: () => {
      void sync.discard(idempotencyKey);
    },
  });
