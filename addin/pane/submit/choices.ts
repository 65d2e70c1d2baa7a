/** How the lines of a conflict are settled: what is settled by itself, and what the officer decides. */
import type { ThreeWayChanges } from "../../../shared/compare-versions.ts";
import type { Choice, Settlement } from "../../sync/state.ts";

export type ThreeLine = ThreeWayChanges["lines"][number];
export type ThreeField = ThreeLine["fields"][number];

/** By `choiceKey`; what the officer has not touched is absent. */
export type Choices = ReadonlyMap<string, Choice>;

export const choiceKey = (lineId: string, field: string): string => `${lineId} ${field}`;

/** What both did alike needs no choice. */
export const needsChoice = ({ by }: ThreeField): boolean => by !== "both";

/** Only one side changed it: that side. Both, and differently: nobody but the officer can say. */
const defaultChoice = ({ by }: ThreeField): Choice | null => (by === "mine" || by === "theirs" ? by : null);

export const choiceOf = (line: ThreeLine, field: ThreeField, choices: Choices): Choice | null =>
  choices.get(choiceKey(line.lineId, field.field)) ?? defaultChoice(field);

const isConflict = ({ fields }: ThreeLine): boolean => fields.some(({ by }) => by === "conflict");

/** Lines that need a decision, then those settled by themselves; what both did alike is in neither. */
export function splitLines(lines: readonly ThreeLine[]): {
  readonly disputed: readonly ThreeLine[];
  readonly settled: readonly ThreeLine[];
} {
  const open = lines.filter(({ fields }) => fields.some(needsChoice));
  return { disputed: open.filter(isConflict), settled: open.filter((line) => !isConflict(line)) };
}

/** How many fields still wait for the officer. */
export const countUndecided = (lines: readonly ThreeLine[], choices: Choices): number =>
  lines.reduce(
    (sum, line) =>
      sum + line.fields.filter((field) => needsChoice(field) && choiceOf(line, field, choices) === null).length,
    0,
  );

/** One for each field somebody changed, except what both did alike and what waits for the officer. */
export const settlementsOf = (lines: readonly ThreeLine[], choices: Choices): readonly Settlement[] =>
  lines.flatMap((line) =>
    line.fields.filter(needsChoice).flatMap((field): Settlement[] => {
      const choice = choiceOf(line, field, choices);
      return choice ? [{ lineId: line.lineId, field: field.field, choice }] : [];
    }),
  );

/** With every disputed field settled the same way. */
export const chooseAll = (lines: readonly ThreeLine[], choices: Choices, choice: Choice): Choices =>
  new Map([
    ...choices,
    ...lines.flatMap(({ lineId, fields }) =>
      fields
        .filter(({ by }) => by === "conflict")
        .map(({ field }): readonly [string, Choice] => [choiceKey(lineId, field), choice]),
    ),
  ]);

/** What only one side changed is as before on the other; one field of a line that was not there before can't be as before. */
export const choicesOf = ({ keys }: ThreeLine, { field, by }: ThreeField): readonly Choice[] =>
  by !== "conflict" || (keys.base === null && field !== "line") ? ["mine", "theirs"] : ["mine", "theirs", "before"];
