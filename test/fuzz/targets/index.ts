/** All targets, in the order of their turns. */
import { anyTarget, type AnyTarget } from "../target.ts";
import { bodies } from "./bodies.ts";
import { copies } from "./copies.ts";
import { formula } from "./formula.ts";
import { names } from "./names.ts";
import { numbers } from "./numbers.ts";
import { period } from "./period.ts";
import { reader } from "./reader.ts";
import { sheet } from "./sheet.ts";
import { words } from "./words.ts";

export const targets: readonly AnyTarget[] = [
  anyTarget(reader),
  anyTarget(copies),
  anyTarget(sheet),
  anyTarget(numbers),
  anyTarget(period),
  anyTarget(words),
  anyTarget(names),
  anyTarget(formula),
  anyTarget(bodies),
];
