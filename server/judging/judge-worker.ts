/** What the judging threads do, by the names they are asked by. */
export { compareRounds, compareStored, listLines } from "./compare-stored.ts";
export { compareWithLatest } from "./compare-with-latest.ts";
export { copyAsked } from "./copy-for-command.ts";
export { annotateFile, annotateVersion, fixFile } from "./copy-workbook.ts";
export { describeVersion } from "./describe-version.ts";
export { judgeContent, judgeFile } from "./judge-content.ts";
export { readSheets } from "./read-sheets.ts";
export { summarise } from "./summarise.ts";
export { findVersionOverlaps } from "./version-overlaps.ts";
