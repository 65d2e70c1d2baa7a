/** Why a file could not be written, as people are told. */
import type { Bilingual } from "../../shared/rule.ts";
import { UsageError } from "./options.ts";

const NO_FOLDER: Bilingual = { vi: "thư mục không tồn tại", en: "the folder does not exist" };
const NO_PERMISSION: Bilingual = { vi: "không có quyền ghi", en: "no permission to write" };

const WHY: Readonly<Record<string, Bilingual>> = {
  ENOENT: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  EISDIR: { vi: "đây là một thư mục", en: "it is a folder" },
  EACCES: NO_PERMISSION,
  EROFS: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  ENOSPC: { vi: "ổ đĩa đã đầy", en: "the disk is full" },
  EDQUOT: { vi: "đã dùng hết dung lượng được cấp", en: "the quota is used up" },
  EBUSY: { vi: "tệp đang mở ở nơi khác", en: "it is open elsewhere" },
  EMFILE: { vi: "quá nhiều tệp đang mở", en: "too many files are open" },
  ENAMETOOLONG: { vi: "tên tệp quá dài", en: "the name is too long" },
  EIO: { vi: "ổ đĩa bị lỗi", en: "the disk fails" },
};
const UNKNOWN: Bilingual = { vi: "tệp không ghi được", en: "it can't be written" };

/** What the system said as a sentence; what is a fault of ours stays as it is. To be thrown. */
export function describeWriteTrouble(path: string, trouble: unknown): unknown {
  if (!(trouble instanceof Error) || !("code" in trouble) || !("syscall" in trouble)) return trouble;
  const code = String(trouble.code);
  if (code === "EEXIST") {
    const there = "path" in trouble ? String(trouble.path) : path;
    return new UsageError(`Đã có tệp ${there}. / The file ${there} exists already.`);
  }
  const { vi, en } = WHY[code] ?? UNKNOWN;
  return new UsageError(`Không ghi được ${path}: ${vi}. / ${path} can't be written: ${en}.`);
}
