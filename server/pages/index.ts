/** Pages for people, outside the contract: the pane that Excel shows, the demonstration, the guide, the way back from single sign-on. */
import { Router, type Express, type Request, type Response } from "express";
import { limitRate } from "../limit-rate.ts";
import type { Service } from "../service.ts";
import type { Places } from "./built.ts";
import { contentPolicy } from "./content-policy.ts";
import { addDemo } from "./demo.ts";
import { FRONT_PAGE } from "./front-page.ts";
import { readGuide } from "./guide.ts";
import { keepFile, sendKept } from "./kept-file.ts";
import { findOfficeLibrary } from "./office-library.ts";
import { readPageFiles, type PageFile, type PageFiles } from "./page-files.ts";
import { printPage } from "./plain-page.ts";
import { openSampleWorkbooks } from "./sample-workbooks.ts";

/** Files sent to the demonstration are read for anybody: of one address, so few of all its requests. */
const DEMO_SHARE = 100;

/** Shown inside the demonstration's page. */
const FRAMED_BY_US = "pane-demo.html";
const ICON = "icons/pane-32.png";

export function addPages(app: Express, service: Service, places: Places): void {
  const { config } = service;
  const router = Router({ caseSensitive: true, strict: true });
  const files = readPageFiles(places.addin, config.officeJsUrl);
  const pages = { files, send: sendPage(service) };
  addPane(router, pages);
  addOfficeLibrary(router);
  addDemo(router, {
    page: findPage(pages, "demo.html"),
    service,
    samples: openSampleWorkbooks(places.samples, service.judge),
    limit: limitRate(config.ratePerMinute / DEMO_SHARE),
  });
  addReviewPages(router, { files: readPageFiles(places.web, ""), send: pages.send });
  addGuide(router, places.guide);
  router.get("/dang-nhap", findPage(pages, "sign-in.html"));
  const front = keepFile(Buffer.from(FRONT_PAGE), "text/html; charset=utf-8");
  router.get("/", (request, response) => {
    sendKept(request, response, front);
  });
  app.use(router);
}

interface Pages {
  readonly files: PageFiles;
  readonly send: (request: Request, response: Response, file: { name: string; content: PageFile }) => void;
}

/** Their addresses: each is the one document, which finds out from its address what to show. See server/web/places.ts. */
const REVIEW_PAGES = [
  "/dot",
  "/dot/",
  "/dot/*rest",
  "/quan-tri",
  "/quan-tri/",
  "/quan-tri/*rest",
  "/quy-tac",
  "/quy-tac/:rule",
  "/tai-khoan",
];

function addReviewPages(router: Router, pages: Pages): void {
  addFiles(router, "/web", pages);
  router.get(REVIEW_PAGES, findPage(pages, "web.html"));
}

/** Names come in parts: "icons", "check-32.png". */
const nameOf = (parts: unknown): string => (Array.isArray(parts) ? parts.join("/") : "");

const addFiles = (router: Router, below: string, { files, send }: Pages): void => {
  router.get(`${below}/*name`, (request, response, next) => {
    const name = nameOf(request.params["name"]);
    const content = files.get(name);
    if (content) send(request, response, { name, content });
    else next();
  });
};

function addPane(router: Router, pages: Pages): void {
  const { files, send } = pages;
  addFiles(router, "/addin", pages);
  // Browsers ask for it whatever a page says.
  const icon = files.get(ICON);
  if (icon)
    router.get("/favicon.ico", (request, response) => {
      send(request, response, { name: ICON, content: icon });
    });
}

const sendPage =
  ({ config: { frameAncestors, officeJsUrl } }: Service): Pages["send"] =>
  (request, response, { name, content }) => {
    if (content.mediaType.startsWith("text/html"))
      response.setHeader(
        "Content-Security-Policy",
        contentPolicy({
          frameAncestors,
          officeJsUrl: content.loadsOffice ? officeJsUrl : "",
          isFramedByUs: name === FRAMED_BY_US,
        }),
      );
    // Office shows icons within its own pages.
    if (content.mediaType === "image/png") response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    sendKept(request, response, content);
  };

/** One page at an address of its own; without it, words. */
const findPage =
  ({ files, send }: Pages, name: string) =>
  (request: Request, response: Response): void => {
    const content = files.get(name);
    if (content) send(request, response, { name, content });
    else sendMissing(response);
  };

const MISSING = printPage({
  title: "Chưa có trang này",
  content: `<h1>Chưa có trang này</h1>
<p>Bản đang chạy chưa được dựng đủ: hãy chạy <code>npm run build</code> rồi khởi động lại dịch vụ.
<span lang="en">What is running was not built whole: run npm run build, then start the service again.</span></p>`,
});

const sendMissing = (response: Response): void => {
  response.status(404).setHeader("Cache-Control", "no-store").type("html").send(MISSING);
};

function addOfficeLibrary(router: Router): void {
  const library = findOfficeLibrary();
  if (!library) return;
  router.get("/office-js/*name", (request, response, next) => {
    library
      .read(nameOf(request.params["name"]))
      .then((file) => (file ? sendKept(request, response, file) : next()))
      .catch(next);
  });
}

function addGuide(router: Router, folder: string): void {
  const { page, pictures } = readGuide(folder);
  router.get("/huong-dan", (request, response) => {
    if (page) sendKept(request, response, page);
    else sendMissing(response);
  });
  router.get("/huong-dan/:picture", (request, response, next) => {
    const picture = pictures.get(request.params.picture);
    if (picture) sendKept(request, response, picture);
    else next();
  });
}
