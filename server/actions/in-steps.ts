/** Long work in the main thread, others being served between its steps. */
import { setImmediate } from "node:timers/promises";

export async function inSteps<Made>(steps: Generator<undefined, Made>): Promise<Made> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
