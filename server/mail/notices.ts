/** What is told by e-mail: Vietnamese first, then English. Each is part of the write it tells of; nudge "email" after that. */
import type { Service } from "../service.ts";
import type { Database, Writing } from "../store/database.ts";
import { toVietnamTime } from "../vietnam-time.ts";
import { oneLine, queueEmail } from "./outbox.ts";

export interface Reviewed {
  readonly round: Named;
  readonly organisation: Named;
  readonly version: number;
  /** The reviewer's reason; "" for none. */
  readonly why: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

type From = Pick<Service, "config" | "url">;

export async function notifyReturned(tx: Writing, service: From, reviewed: Reviewed): Promise<void> {
  const { round, organisation, version, why } = nameSafely(reviewed);
  await notifySubmitters(tx, service, {
    ...reviewed,
    kind: "returned",
    subject: `Trả lại bản nộp / Returned: ${round}`,
    vi: [
      `Phiên bản ${version} của ${organisation} trong đợt “${round}” được trả lại để hoàn thiện.`,
      ...reason("Lý do", why),
      `Xin xem ý kiến và nộp lại tại ${service.url()}`,
    ],
    en: [
      `Version ${version} of ${organisation} in the round “${round}” is returned to be completed.`,
      ...reason("Reason", why),
      `Please see the comments and submit again at ${service.url()}`,
    ],
  });
}

export async function notifyAccepted(tx: Writing, service: From, reviewed: Reviewed): Promise<void> {
  const { round, organisation, version, why } = nameSafely(reviewed);
  await notifySubmitters(tx, service, {
    ...reviewed,
    kind: "accepted",
    subject: `Chấp nhận bản nộp / Accepted: ${round}`,
    vi: [
      `Phiên bản ${version} của ${organisation} trong đợt “${round}” được chấp nhận.`,
      ...reason("Ý kiến", why),
      `Xin xem tại ${service.url()}`,
    ],
    en: [
      `Version ${version} of ${organisation} in the round “${round}” is accepted.`,
      ...reason("Remark", why),
      `Please see it at ${service.url()}`,
    ],
  });
}

export interface DeadlineNear {
  readonly round: Named & { readonly deadline: string };
  readonly organisationName: string;
  readonly person: Named & { readonly email: string };
}

export const deadlineNotice = (roundId: string, personId: string): string => `deadline:${roundId}:${personId}`;

export async function notifyDeadlineNear(
  tx: Writing,
  service: From,
  { round, organisationName, person }: DeadlineNear,
): Promise<void> {
  const [name, organisation, deadline] = [
    oneLine(round.name),
    oneLine(organisationName),
    toVietnamTime(round.deadline),
  ];
  await queueEmail(tx, service.config.mail, {
    to: person.email,
    subject: `Sắp hết hạn nộp / Deadline near: ${name}`,
    notice: deadlineNotice(round.id, person.id),
    body: letter(person.name, {
      vi: [
        `Đợt “${name}” hết hạn nộp lúc ${deadline} (giờ Việt Nam). ${organisation} chưa nộp.`,
        `Xin nộp tại ${service.url()}`,
      ],
      en: [
        `The round “${name}” takes submissions until ${deadline} (Vietnam time). ${organisation} has not submitted yet.`,
        `Please submit at ${service.url()}`,
      ],
    }),
  });
}

interface Told extends Reviewed {
  readonly kind: "returned" | "accepted";
  readonly subject: string;
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

async function notifySubmitters(
  tx: Writing,
  { config }: From,
  { kind, round, organisation, version, subject, vi, en }: Told,
): Promise<void> {
  if (config.mail === null) return;
  for (const person of await submittersOf(tx, organisation.id))
    await queueEmail(tx, config.mail, {
      to: person.email,
      subject,
      notice: `${kind}:${round.id}:${organisation.id}:${String(version)}:${person.id}`,
      body: letter(person.name, { vi, en }),
    });
}

const submittersOf = (db: Database, organisationId: string) =>
  db
    .selectFrom("person")
    .select(["id", "name", "email"])
    .where("organisation_id", "=", organisationId)
    .where("role", "=", "submitter")
    .where("is_active", "=", 1)
    .orderBy("id")
    .execute();

const nameSafely = ({ round, organisation, version, why }: Reviewed) => ({
  round: oneLine(round.name),
  organisation: oneLine(organisation.name),
  version: String(version),
  why,
});

/** What a reviewer wrote may have several lines; set in, they can't pass for ours. */
const reason = (title: string, why: string): readonly string[] =>
  why.trim() === ""
    ? []
    : [
        `${title}:`,
        ...why
          .trim()
          .split(/\r\n|[\n\r\p{Zl}\p{Zp}]/u)
          .map((line) => `  ${oneLine(line)}`),
      ];

const letter = (name: string, { vi, en }: { vi: readonly string[]; en: readonly string[] }): string =>
  [
    `Kính gửi ${oneLine(name)},`,
    "",
    ...vi,
    "",
    "Thư này được gửi tự động, xin không trả lời.",
    "",
    "—",
    "",
    `Dear ${oneLine(name)},`,
    "",
    ...en,
    "",
    "This message is sent automatically; please do not reply.",
    "",
  ].join("\n");
