/** A real SMTP server in this process, for tests: keeps what it is given, and refuses or goes away when told. */
import assert from "node:assert/strict";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { eventually } from "../eventually.ts";

export interface Received extends Email {
  /** As the envelope says, which may differ from the headers. */
  readonly recipients: readonly string[];
  readonly raw: string;
}

export interface MailServer {
  /** With user and password. */
  readonly url: string;
  readonly received: readonly Received[];
  /** How often somebody tried to send. */
  readonly attempts: () => number;
  /** Refuses the next so many. */
  readonly refuse: (times: number) => void;
  /** Resolves with those that pass when there are as many; fails after a while. */
  readonly arrived: (count: number, passes?: (mail: Received) => boolean) => Promise<readonly Received[]>;
  readonly close: () => Promise<void>;
}

export const PASSWORD = "mật khẩu/bí:mật%";

/** @param port 0 for any */
export async function startMailServer(port = 0): Promise<MailServer> {
  const received: Received[] = [];
  let refusals = 0;
  let attempts = 0;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === PASSWORD
        ? done(null, { user: username ?? "" })
        : done(new Error(`wrong password ${password ?? ""} of ${username ?? ""}`)),
    onMailFrom: (_address, _session, done) => {
      attempts++;
      if (refusals-- > 0) done(Object.assign(new Error(`451 try later, ${PASSWORD}`), { responseCode: 451 }));
      else done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(raw).then((mail) => {
          received.push({ ...mail, recipients, raw: raw.toString("latin1") });
          done();
        });
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address();
  const own = typeof address === "object" ? (address?.port ?? 0) : 0;
  const arrived: MailServer["arrived"] = async (count, passes = () => true) => {
    await eventually(() => {
      const { length } = received.filter(passes);
      assert.ok(length >= count, `${String(length)} e-mails of ${String(count)}`);
    });
    return received.filter(passes);
  };
  return {
    url: `smtp://phuluc:${encodeURIComponent(PASSWORD)}@127.0.0.1:${String(own)}`,
    received,
    attempts: () => attempts,
    refuse: (times) => (refusals = times),
    arrived,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
