/** The reading thread's entry while the program runs from source: tsx has to be started in each thread, and reads no argument there. */
import { register } from "tsx/esm/api";

register();
await import("./read-worker.ts");
