/** The first hour with the service, as commands that can be pasted: test/server/docs.test.ts runs them. */
import type { Bilingual } from "../../shared/rule.ts";

export interface Step {
  readonly says: Bilingual;
  /** $BASE is where the service is; other variables come from the steps before. */
  readonly command: string;
  /** What later steps need of the answer: variable → where it stands. */
  readonly keeps: Readonly<Record<string, string>>;
}

const BEARER = `-H "Authorization: Bearer $TOKEN"`;
const JSON_BODY = `-H 'Content-Type: application/json'`;
const PLACE = "$BASE/rounds/$ROUND/submissions/$ORG";

export const STORY: readonly Step[] = [
  {
    says: {
      vi: "Đăng nhập. Mã truy cập gửi kèm mọi yêu cầu sau; hết hạn thì đổi refreshToken lấy mã mới. Mật khẩu lần đầu phải đổi ngay (PUT /me/password).",
      en: "Sign in. The access token goes with every later request; when it has expired, trade the refreshToken for another. A first password must be changed at once (PUT /me/password).",
    },
    command: `curl -sS "$BASE/sessions" ${JSON_BODY} \\
  -d '{"email": "'"$EMAIL"'", "password": "'"$PASSWORD"'"}'`,
    keeps: { TOKEN: "accessToken", ORG: "me.organisation.id" },
  },
  {
    says: { vi: "Xem các đợt của đơn vị.", en: "List the organisation's rounds." },
    command: `curl -sS "$BASE/rounds" ${BEARER}`,
    keeps: { ROUND: "rounds.0.id" },
  },
  {
    says: {
      vi: "Gửi tệp. Dịch vụ đọc, kiểm tra và trả lời ngay; mỗi phát hiện có câu giải thích (message). Chưa nộp gì.",
      en: "Send the file. It is read and judged at once; each finding has its sentence (message). Nothing is submitted yet.",
    },
    command: `curl -sS "${PLACE}/files?fileName=phu-luc.xlsx" \\
  ${BEARER} -H 'Content-Type: application/octet-stream' \\
  --data-binary @phu-luc.xlsx`,
    keeps: { FILE: "fileId" },
  },
  {
    says: {
      vi: "Nộp tệp đã gửi. idempotencyKey là mã tự đặt cho lần nộp này: mất mạng thì gửi lại y nguyên, biên nhận vẫn là một. replaces là số bản mới nhất đã biết; 0 nếu chưa có. Còn lỗi thì trả lời 422 stops-submission, kèm các phát hiện.",
      en: "Submit the file that was sent. idempotencyKey is your own key for this submission: sent again as it was after a broken connection, it gives the same receipt. replaces is the latest version you know; 0 for none. Errors are answered with 422 stops-submission and the findings.",
    },
    command: `curl -sS "${PLACE}/versions" \\
  ${BEARER} ${JSON_BODY} \\
  -d '{"readFromFileId": "'"$FILE"'", "attachedFileId": "'"$FILE"'", "explanations": [],
       "idempotencyKey": "phu-luc-2026-lan-1", "replaces": 0, "madeWith": null}'`,
    keeps: { VERSION: "version" },
  },
  {
    says: {
      vi: "Xem biên nhận, các bản đã nộp và diễn biến.",
      en: "Read the receipt, the versions and the history.",
    },
    command: `curl -sS "${PLACE}" ${BEARER}`,
    keeps: {},
  },
  {
    says: {
      vi: "Đối chiếu với đợt trước; hai bản của cùng đợt thì dùng /versions/2/changes?since=1.",
      en: "Compare with the round before; for two versions of one round: /versions/2/changes?since=1.",
    },
    command: `curl -sS "${PLACE}/versions/$VERSION/previous-round" \\
  ${BEARER}`,
    keeps: {},
  },
  {
    says: {
      vi: "Người rà soát của đơn vị tổng hợp (đăng nhập như trên, giữ nguyên ORG): chấp nhận, hoặc trả lại bằng /return.",
      en: "A reviewer of the organisation that merges (signed in as above, ORG as it was): accept, or give it back with /return.",
    },
    command: `curl -sS "${PLACE}/acceptance" \\
  ${BEARER} ${JSON_BODY} \\
  -d '{"version": '"$VERSION"', "why": ""}'`,
    keeps: {},
  },
  {
    says: { vi: "Tổng hợp đợt.", en: "Merge the round." },
    command: `curl -sS "$BASE/rounds/$ROUND/consolidations" \\
  ${BEARER} ${JSON_BODY} \\
  -d '{"level": "province", "era": "today", "unit": null, "acceptedOnly": true, "belowOrganisationId": null}'`,
    keeps: { CONSOLIDATION: "id" },
  },
  {
    says: { vi: "Tải tệp Excel tổng hợp.", en: "Download the merged workbook." },
    command: `curl -sS -o tong-hop.xlsx "$BASE/consolidations/$CONSOLIDATION/workbook" \\
  ${BEARER}`,
    keeps: {},
  },
];

/** The one step that another person makes, from here on. */
export const REVIEWER_FROM = 6;
