/** How manifest.xml gets into a real Excel, step by step for each platform. */
import type { Bilingual } from "../../shared/rule.ts";

export interface Place {
  /** "https://localhost:3443" */
  readonly url: string;
  /** Of manifest.xml on this machine. */
  readonly manifestPath: string;
  readonly addInId: string;
  readonly caPath: string;
  readonly isTrusted: boolean;
}

type Platform = "win32" | "darwin" | "web";

const DEVELOPER_KEY = String.raw`HKCU\Software\Microsoft\Office\16.0\WEF\Developer`;
const MAC_FOLDER = "~/Library/Containers/com.microsoft.Excel/Data/Documents/wef";

const NAMES: Readonly<Record<Platform, string>> = {
  win32: "Windows",
  darwin: "Mac",
  web: "Excel trên web / on the web",
};

const STEPS: Readonly<Record<Platform, (place: Place) => readonly Bilingual[]>> = {
  win32: ({ manifestPath, addInId }) => [
    {
      vi: `Khai tiện ích với Excel:\n   npx office-addin-dev-settings register "${manifestPath}"\nhoặc không cần tải gì thêm:\n   reg add ${DEVELOPER_KEY} /v ${addInId} /t REG_SZ /d "${manifestPath}" /f`,
      en: "Tell Excel of the add-in, by either of these commands.",
    },
    {
      vi: "Đóng hẳn Excel, mở lại một tệp có phụ lục; thẻ Phụ Lục hiện ra. Nếu chưa thấy: Home → Add-ins → More Add-ins → Developer Add-ins.",
      en: "Close Excel, open a workbook again: the tab appears. If not, choose it there.",
    },
    {
      vi: `Gỡ ra: npx office-addin-dev-settings unregister "${manifestPath}"\nhoặc: reg delete ${DEVELOPER_KEY} /v ${addInId} /f`,
      en: "To take it out again, either of these.",
    },
  ],
  darwin: ({ manifestPath, addInId }) => [
    {
      vi: `Chép manifest vào thư mục của Excel:\n   mkdir -p ${MAC_FOLDER}\n   cp "${manifestPath}" ${MAC_FOLDER}/${addInId}.manifest.xml`,
      en: "Copy the manifest into Excel's folder.",
    },
    {
      vi: "Đóng hẳn Excel (⌘Q), mở lại một tệp có phụ lục, rồi Home → Add-ins → Phụ Lục.",
      en: "Quit Excel, open a workbook again, then choose it there.",
    },
    { vi: `Gỡ ra: rm ${MAC_FOLDER}/${addInId}.manifest.xml`, en: "To take it out again." },
  ],
  web: ({ url, manifestPath }) => [
    {
      vi: `Trong trình duyệt trên chính máy này, mở ${url}/ : trang phải hiện ra mà không có cảnh báo chứng chỉ.`,
      en: "In a browser on this very machine open that page: it has to appear without a warning about its certificate.",
    },
    {
      vi: `Mở một tệp trong Excel trên web, rồi Home → Add-ins → More Settings → Upload My Add-in, chọn\n   ${manifestPath}`,
      en: "Open a workbook in Excel on the web, then upload the manifest there.",
    },
    {
      vi: "Gỡ ra: xóa tiện ích trong My Add-ins, hoặc xóa dữ liệu của trình duyệt.",
      en: "To take it out again, remove it from My Add-ins or clear the browser's data.",
    },
  ],
};

const printStep = ({ vi, en }: Bilingual, index: number): string =>
  `  ${String(index + 1)}. ${vi.replaceAll("\n", "\n     ")}\n     / ${en}`;

const printPlatform = (platform: Platform, place: Place): string =>
  `${NAMES[platform]}\n${STEPS[platform](place).map(printStep).join("\n")}\n`;

const TRUST: Readonly<Record<string, Bilingual>> = {
  win32: {
    vi: 'mở tệp ấy → Install Certificate → Current User → Place all certificates in the following store → "Trusted Root Certification Authorities"',
    en: "open that file and put it there",
  },
  darwin: {
    vi: "mở tệp ấy bằng Keychain Access, rồi Trust → When using this certificate: Always Trust",
    en: "open that file in Keychain Access and trust it always",
  },
  linux: {
    vi: "nhập tệp ấy vào trình duyệt: Settings → Privacy and security → Security → Manage certificates → Authorities → Import",
    en: "import that file into the browser, there",
  },
};

function printTrust({ caPath, isTrusted }: Place, platform: string): string {
  if (isTrusted) return "";
  const { vi, en } = TRUST[platform] ?? TRUST["linux"] ?? { vi: "", en: "" };
  return `Chứng chỉ CHƯA được máy này tin cậy, Excel sẽ không mở ngăn. / This machine does not trust the certificate YET: Excel won't open the pane.
  ${caPath}
  ${vi}
  / ${en}

`;
}

/** The platform it runs on comes first. */
export function printSteps(place: Place, platform: string): string {
  const all: readonly Platform[] = ["win32", "darwin", "web"];
  const ordered = [...all.filter((one) => one === platform), ...all.filter((one) => one !== platform)];
  return printTrust(place, platform) + ordered.map((one) => printPlatform(one, place)).join("\n");
}
