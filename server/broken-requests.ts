/** What is no HTTP request that can be read is answered too, in the one shape of problems. */
import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { describeProblem } from "../shared/api/problems.ts";

const TOO_LONG = { vi: "phần đầu quá dài", en: "its head is too long" };
const UNREADABLE = { vi: "không đọc được", en: "it can't be read" };

export function answerBrokenRequests(server: Server): void {
  server.on("clientError", (trouble: NodeJS.ErrnoException, socket: Duplex) => {
    if (trouble.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const why = trouble.code === "HPE_HEADER_OVERFLOW" ? TOO_LONG : UNREADABLE;
    const problem = describeProblem("malformed-request", { where: "HTTP", why: why.vi, whyEn: why.en });
    const body = JSON.stringify(problem);
    socket.end(
      [
        "HTTP/1.1 400 Bad Request",
        "Connection: close",
        "Content-Type: application/problem+json; charset=utf-8",
        `Content-Length: ${String(Buffer.byteLength(body))}`,
        "",
        body,
      ].join("\r\n"),
    );
  });
}
