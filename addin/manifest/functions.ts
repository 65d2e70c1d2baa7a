/**
 * What the ribbon's buttons call, by the names under which the pane associates them with Excel. The pane keeps a
 * `Record<FunctionName, …>`: a button that nothing answers does not compile.
 */
export const FUNCTION_NAMES = ["validateAndSave", "submit", "openConsolidation"] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];
