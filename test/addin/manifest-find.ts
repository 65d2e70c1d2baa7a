/** What the checks of a manifest have in common. */
import type { XmlElement } from "./xml-tree.ts";

export interface Expected {
  readonly base: string;
  /** What the pane associates. */
  readonly functions: readonly string[];
}

/** Each fault begins with the rule's name. */
export type Find = (elements: readonly XmlElement[], expected: Expected) => string[];

export const when = (isFault: boolean, fault: string): string[] => (isFault ? [fault] : []);

export const valueOf = ({ attributes }: XmlElement): string => attributes["DefaultValue"] ?? attributes["Value"] ?? "";

export const repeated = (values: readonly string[]): string[] =>
  values.filter((value, place) => values.indexOf(value) !== place);
