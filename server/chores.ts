/** What the service does by itself beside answering: it sends e-mails and reminds. */
import { remindSubmitters } from "./mail/reminders.ts";
import { sendEmails } from "./mail/sender.ts";
import { makeWaker } from "./waker.ts";
import type { Service } from "./service.ts";

const REMIND_MS = 60_000;
/** What is under way has this long to finish after the service is asked to stop. */
const STOP_MS = 10_000;

/** Runs until service.stopping is aborted. @returns what waits for the end, to be called after that and before the database closes */
export function startChores(service: Service): () => Promise<void> {
  const { mail } = service.config;
  if (mail === null) return () => Promise.resolve();
  const ended = Promise.all([sendEmails(service, mail), remindNowAndThen(service)]);
  return async () => {
    let clock: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (clock = setTimeout(resolve, STOP_MS)));
    await Promise.race([ended, late]);
    clearTimeout(clock);
  };
}

async function remindNowAndThen(service: Service): Promise<void> {
  const waker = makeWaker(() => () => undefined, service.stopping);
  while (!service.stopping.aborted) {
    try {
      await remindSubmitters(service);
    } catch (trouble) {
      service.log.error({ err: trouble }, "reminders wait: the database can't be used");
    }
    await waker.sleep(REMIND_MS);
  }
}
