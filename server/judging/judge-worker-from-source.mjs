/** The judging thread's entry while the service runs from source: tsx has to be started in each thread, and reads no argument there. */
import { register } from "tsx/esm/api";

register();
export const {
  annotateFile,
  annotateVersion,
  compareRounds,
  compareStored,
  compareWithLatest,
  copyAsked,
  describeVersion,
  findVersionOverlaps,
  fixFile,
  judgeContent,
  judgeFile,
  listLines,
  readSheets,
  summarise,
} = await import("./judge-worker.ts");
