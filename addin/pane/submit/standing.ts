/** Whether the person may submit now, and if not, why. */
import type { Round } from "../../../shared/api/rounds.ts";
import type { SubmissionAnswer } from "../../../shared/api/submissions.ts";
import type { Bilingual } from "../../../shared/rule.ts";
import { capitalised, ROLE_NAMES } from "../../../shared/names.ts";
import type { Me, OutboxEntry } from "../../sync/state.ts";
import { tellMoment } from "../kit/moments.ts";

export interface Situation {
  readonly me: Me;
  readonly round: Round;
  readonly submission: SubmissionAnswer | null;
  /** Undefined: not known. */
  readonly reopenedUntil: string | null | undefined;
  readonly outbox: readonly OutboxEntry[];
  readonly now: number;
}

export interface Standing {
  readonly maySubmit: boolean;
  readonly mayAskUnlock: boolean;
  /** Sentences in the order they are told; empty when nothing needs saying. */
  readonly told: readonly Bilingual[];
}

/** The service decides; this only spares the officer a way that leads nowhere. */
export function findStanding(situation: Situation): Standing {
  const barred = findBar(situation);
  if (barred) return { maySubmit: false, mayAskUnlock: false, told: [barred] };
  const { submission } = situation;
  if (submission?.isLocked) return tellLocked(submission);
  return { maySubmit: true, mayAskUnlock: false, told: tellTerms(situation) };
}

/** The number that a version made now would get: behind the latest, and behind those that wait to be sent. */
export const nextVersion = (situation: Pick<Situation, "me" | "round" | "submission" | "outbox">): number =>
  (situation.submission?.latestVersion ?? 0) + countWaiting(situation) + 1;

const countWaiting = ({ outbox, round, me }: Pick<Situation, "me" | "round" | "outbox">): number =>
  outbox.filter(
    ({ roundId, organisationId, status }) =>
      roundId === round.id &&
      organisationId === me.organisation.id &&
      (status.kind === "waiting" || status.kind === "sending"),
  ).length;

function findBar({ me, round, submission, reopenedUntil, now }: Situation): Bilingual | null {
  if (me.role !== "submitter")
    return {
      vi: `Tài khoản của bạn là ${ROLE_NAMES[me.role].vi}, không nộp được. Người nộp của đơn vị sẽ nộp.`,
      en: `Your account is that of a ${ROLE_NAMES[me.role].en}, which does not submit. Your organisation's submitter does.`,
    };
  if (round.state === "preparing")
    return { vi: "Đợt này chưa mở nhận bản nộp.", en: "This round does not take submissions yet." };
  if (!round.expectedIds.includes(me.organisation.id))
    return {
      vi: "Đợt này không yêu cầu đơn vị của bạn nộp.",
      en: "This round does not expect your organisation.",
    };
  if (!submission)
    return {
      vi: "Chưa biết tình trạng bản nộp của đơn vị. Xin bấm “Cập nhật” khi có kết nối.",
      en: "It is not known yet how your submission stands. Please press “Refresh” once there is a connection.",
    };
  if (round.state === "closed" && reopenedUntil !== undefined && !isReopened(reopenedUntil, now))
    return {
      vi: "Đợt đã đóng. Nếu cần nộp, xin đề nghị đơn vị tổng hợp mở lại cho đơn vị của bạn.",
      en: "The round is closed. To submit, please ask the organisation that merges to reopen it for yours.",
    };
  return null;
}

const isReopened = (until: string | null, now: number): boolean => until !== null && Date.parse(until) >= now;

function tellLocked({ unlockRequest }: SubmissionAnswer): Standing {
  const told: Bilingual = unlockRequest
    ? {
        vi: `Bản nộp đã khóa. ${unlockRequest.by.name} đã đề nghị mở khóa lúc ${tellMoment(unlockRequest.at).vi}: “${unlockRequest.why}”. Xin chờ đơn vị tổng hợp trả lời.`,
        en: `The submission is locked. ${unlockRequest.by.name} asked for it to be unlocked on ${tellMoment(unlockRequest.at).en}: “${unlockRequest.why}”. Please wait for an answer.`,
      }
    : {
        vi: "Bản nộp đã khóa. Muốn nộp bản mới, xin gửi đề nghị mở khóa.",
        en: "The submission is locked. To submit a new version, please ask for it to be unlocked.",
      };
  return { maySubmit: false, mayAskUnlock: unlockRequest === null, told: [told] };
}

const WAITING: Bilingual = {
  vi: "Một bản của đợt này đang chờ gửi. Bản nộp tiếp sẽ được gửi sau bản đó.",
  en: "A version for this round is waiting to be sent. What you submit next is sent after it.",
};
const LATE: Bilingual = {
  vi: "Đã quá hạn: vẫn nộp được, bản nộp sẽ được ghi là nộp muộn.",
  en: "The deadline has passed: you may still submit, and it will be marked late.",
};

function tellTerms(situation: Situation): readonly Bilingual[] {
  const { round, reopenedUntil, now } = situation;
  const isClosed = round.state === "closed";
  return [
    ...(isClosed ? [tellReopened(reopenedUntil)] : []),
    ...(!isClosed && Date.parse(round.deadline) < now ? [LATE] : []),
    ...(countWaiting(situation) > 0 ? [WAITING] : []),
  ];
}

const tellReopened = (until: string | null | undefined): Bilingual =>
  until
    ? {
        vi: `Đợt đã đóng và được mở lại cho đơn vị của bạn đến ${tellMoment(until).vi}.`,
        en: `The round is closed, and reopened for your organisation until ${tellMoment(until).en}.`,
      }
    : {
        vi: "Đợt đã đóng; chỉ nộp được nếu đơn vị tổng hợp đã mở lại cho đơn vị của bạn.",
        en: "The round is closed; you can submit only if it was reopened for your organisation.",
      };

/** "Sở Nội vụ · Người nộp". */
export const tellMe = ({ role, organisation }: Me): Bilingual => ({
  vi: `${organisation.name} · ${capitalised(ROLE_NAMES[role].vi)}`,
  en: `${organisation.name} · ${capitalised(ROLE_NAMES[role].en)}`,
});
