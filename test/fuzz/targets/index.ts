/** All targets, in the order of their turns. */
import { anyTarget, type AnyTarget } from "../target.ts";
import { formula } from "./formula.ts";
import { names } from "./names.ts";
import { numbers } from "./numbers.ts";
import { period } from "./period.ts";
import { reader } from "./reader.ts";
import { words } from "./words.ts";

export const targets: readonly AnyTarget[] = [
  anyTarget(reader),
  anyTarget(numbers),
  anyTarget(period),
  anyTarget(words),
  anyTarget(names),
  anyTarget(formula),
];
