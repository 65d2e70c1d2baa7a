/** What is told by e-mail: Vietnamese first, then English. Each is part of the write it tells of; nudge "email" after that. */
import type { Role } from "../../shared/api/organisations.ts";
import type { Service } from "../service.ts";
import type { Database, Writing } from "../store/database.ts";
import { toVietnamTime } from "../../shared/vietnam-time.ts";
import { letter, reason } from "./letter.ts";
import { oneLine, queueEmail } from "./outbox.ts";

export interface Reviewed {
  readonly round: Named;
  readonly organisation: Named;
  readonly version: number;
  /** The reason given; "" for none. */
  readonly why: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

type From = Pick<Service, "config" | "url">;

export async function notifyReturned(tx: Writing, service: From, reviewed: Reviewed): Promise<void> {
  const { round, organisation, version, why } = nameSafely(reviewed);
  await notify(tx, service, {
    people: await activePeople(tx, reviewed.organisation.id, "submitter"),
    notice: noticeOf("returned", reviewed),
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

/** @param accepted `at`: a version that was unlocked may be accepted again, and each time is a notice of its own */
export async function notifyAccepted(
  tx: Writing,
  service: From,
  accepted: Reviewed & { readonly at: string },
): Promise<void> {
  const { round, organisation, version, why } = nameSafely(accepted);
  await notify(tx, service, {
    people: await activePeople(tx, accepted.organisation.id, "submitter"),
    notice: `${noticeOf("accepted", accepted)}:${accepted.at}`,
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

export interface UnlockRequested extends Reviewed {
  readonly at: string;
  /** Of the round: its reviewers can unlock. */
  readonly ownerId: string;
}

export async function notifyUnlockRequested(tx: Writing, service: From, asked: UnlockRequested): Promise<void> {
  const { round, organisation, version, why } = nameSafely(asked);
  await notify(tx, service, {
    people: await activePeople(tx, asked.ownerId, "reviewer"),
    // A version may be unlocked, accepted again and asked for once more: each time is a notice of its own.
    notice: `${noticeOf("unlock-requested", asked)}:${asked.at}`,
    subject: `Đề nghị mở khóa / Unlock requested: ${round}`,
    vi: [
      `${organisation} đề nghị mở khóa phiên bản ${version} trong đợt “${round}” để nộp lại.`,
      ...reason("Lý do", why),
      `Xin xem xét tại ${service.url()}`,
    ],
    en: [
      `${organisation} asks for version ${version} in the round “${round}” to be unlocked, to submit again.`,
      ...reason("Reason", why),
      `Please decide at ${service.url()}`,
    ],
  });
}

export interface DeadlineNear {
  readonly round: Named & { readonly deadline: string };
  readonly organisationName: string;
  readonly person: Named & { readonly email: string };
}

const deadlineNotice = (roundId: string, personId: string): string => `deadline:${roundId}:${personId}`;

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

interface Told {
  readonly people: readonly (Named & { readonly email: string })[];
  /** The same for all who are told. */
  readonly notice: string;
  readonly subject: string;
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

const noticeOf = (kind: string, { round, organisation, version }: Reviewed): string =>
  [kind, round.id, organisation.id, String(version)].join(":");

async function notify(tx: Writing, { config }: From, { people, notice, subject, vi, en }: Told): Promise<void> {
  for (const { id, name, email } of people)
    await queueEmail(tx, config.mail, {
      to: email,
      subject,
      notice: `${notice}:${id}`,
      body: letter(name, { vi, en }),
    });
}

const activePeople = (db: Database, organisationId: string, role: Role) =>
  db
    .selectFrom("person")
    .select(["id", "name", "email"])
    .where("organisation_id", "=", organisationId)
    .where("role", "=", role)
    .where("is_active", "=", 1)
    .orderBy("id")
    .execute();

const nameSafely = ({ round, organisation, version, why }: Reviewed) => ({
  round: oneLine(round.name),
  organisation: oneLine(organisation.name),
  version: String(version),
  why,
});
