/** Sends queued e-mails by SMTP, one by one, in the background: no request waits for it or fails by it. */
import { createTransport } from "nodemailer";
import { makeWaker } from "../waker.ts";
import type { Config } from "../config.ts";
import type { Service } from "../service.ts";
import type { EmailTable } from "../store/tables.ts";
import { claimEmail, keepFailed, keepSent } from "./outbox.ts";

/** Of e-mails written by other instances, and of those whose wait is over. */
const POLL_MS = 2000;
const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;
const LONGEST_REASON = 300;

type Mail = NonNullable<Config["mail"]>;
/** Gives why it was not sent; null when it was. */
type Send = (email: EmailTable) => Promise<string | null>;

/** Ends when the service stops, after the e-mail under way. */
export async function sendEmails(service: Service, mail: Mail): Promise<void> {
  const send = makeSend(mail);
  const waker = makeWaker((wake) => service.onNudge("email", wake), service.stopping);
  while (!service.stopping.aborted) {
    try {
      await sendDue(service, send);
    } catch (trouble) {
      service.log.error({ err: trouble }, "e-mails wait: the database can't be used");
    }
    await waker.sleep(POLL_MS);
  }
}

async function sendDue({ store, log, stopping }: Service, send: Send): Promise<void> {
  while (!stopping.aborted) {
    const email = await claimEmail(store);
    if (!email) return;
    const why = await send(email);
    if (why === null) await keepSent(store, email);
    else {
      log.warn({ email: email.id, attempts: email.attempts, why }, "an e-mail is not sent yet");
      await keepFailed(store, email, why);
    }
  }
}

function makeSend({ url, from }: Mail): Send {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (email) => {
    try {
      await transport.sendMail({
        from,
        // An address as it is, never a list of them to be parsed.
        to: { name: "", address: email.to_address },
        subject: email.subject,
        text: email.body,
        // The same for every attempt: who gets it twice can tell.
        messageId: `<${email.id}@phuluc>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return null;
    } catch (trouble) {
      return withoutSecrets(trouble instanceof Error ? trouble.message : String(trouble), url);
    }
  };
}

/** Servers repeat what they were told; a password is no part of the reason, in any coding it is sent in. */
export function withoutSecrets(reason: string, url: string): string {
  const { username, password } = new URL(url);
  const [user, word] = [decode(username), decode(password)];
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  const secrets = [url, `\0${user}\0${word}`, word, password, user].filter((secret) => secret.length > 1);
  return secrets
    .flatMap((secret) => [secret, base64(secret)])
    .reduce((text, secret) => text.replaceAll(secret, "•"), reason)
    .slice(0, LONGEST_REASON);
}

/** A lone "%" is itself. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
