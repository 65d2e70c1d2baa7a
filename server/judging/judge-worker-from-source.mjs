/** The judging thread's entry while the service runs from source: tsx has to be started in each thread, and reads no argument there. */
import { register } from "tsx/esm/api";

register();
export const { compareWithLatest, describeVersion, judgeContent, judgeFile } = await import("./judge-worker.ts");
