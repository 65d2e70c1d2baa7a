/**
 * The version of the forms, the reading and the rules together. It goes with everything that was judged, so that a finding of
 * last year can be told from what the same sheet would be told today; it rises whenever any of the three changes its answers.
 */
export const CORE_VERSION = "0.5.0";
