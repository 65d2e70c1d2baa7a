/** What a reviewer sends to those who have yet to submit. Letters of offices are in Vietnamese, whatever the page speaks. */
import { tellMoment, tellTimeLeft } from "../../../addin/pane/kit/moments.ts";
import type { overviewRoutes } from "../../../shared/api/overviews.ts";
import type { Round } from "../../../shared/api/rounds.ts";
import type { Answer } from "../../../shared/api/route.ts";
import { STATE_NAMES } from "../../../shared/names.ts";
import type { Me } from "../../../addin/sync/state.ts";
import { sheetText } from "../parts/sheet-text.ts";

export type ReminderLine = Answer<typeof overviewRoutes.listReminders>["lines"][number];

/** A longer list goes beside the letter, not into it. */
const LONGEST_LIST = 100;

interface LetterOptions {
  readonly round: Round;
  readonly lines: readonly ReminderLine[];
  readonly me: Me;
  /** Of the round's page. */
  readonly address: string;
  readonly now: number;
}

export function writeLetter({ round, lines, me, address, now }: LetterOptions): string {
  const years = round.fromYear === round.toYear ? `năm ${String(round.fromYear)}` : yearsOf(round);
  const left = tellTimeLeft(round.deadline, now);
  const hasReturned = lines.some(({ state }) => state === "returned");
  return [
    `Kính gửi: Các đơn vị chưa hoàn thành việc nộp phụ lục trong đợt “${round.name}”`,
    "",
    `Đợt “${round.name}” (${years}) do ${me.organisation.name} tổng hợp có hạn nộp là ${tellMoment(round.deadline).vi} (${left.told.vi}).`,
    `Đến ${tellMoment(now).vi}, còn ${String(lines.length)} đơn vị chưa hoàn thành việc nộp${lines.length > LONGEST_LIST ? " (có danh sách kèm theo)." : ":"}`,
    ...(lines.length > LONGEST_LIST ? [] : ["", ...lines.map(listed), ""]),
    left.urgency === "past"
      ? "Đề nghị các đơn vị khẩn trương hoàn thiện và nộp ngay; bản nộp sau hạn được ghi là nộp muộn."
      : "Đề nghị các đơn vị hoàn thiện và nộp trước thời hạn nêu trên.",
    ...(hasReturned ? ["Đơn vị có bản bị trả lại xin sửa theo ý kiến rà soát rồi nộp bản mới."] : []),
    `Nộp bằng ngăn Phụ Lục trong Excel, hoặc tại: ${address}`,
    "",
    "Trân trọng,",
    me.name,
    me.organisation.name,
  ].join("\n");
}

const yearsOf = ({ fromYear, toYear }: Round): string => `giai đoạn ${String(fromYear)}–${String(toYear)}`;

const listed = ({ name, state }: ReminderLine, index: number): string =>
  `${String(index + 1)}. ${name} (${STATE_NAMES[state].vi})`;

/** Each once; as mail programs take them. */
export const addressesOf = (lines: readonly ReminderLine[]): readonly string[] => [
  ...new Set(lines.flatMap(({ people }) => people.map(({ email }) => email))),
];

/** For Excel: one organisation a row. */
export const listAsText = (lines: readonly ReminderLine[]): string =>
  sheetText([
    ["Đơn vị", "Tình trạng", "Người nộp", "Thư điện tử"],
    ...lines.map(({ name, state, people }) => [
      name,
      STATE_NAMES[state].vi,
      people.map((person) => person.name).join("; "),
      people.map(({ email }) => email).join("; "),
    ]),
  ]);
