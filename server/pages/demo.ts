/** The demonstration without Excel: its page, workbooks to try, and a visitor's own, which is read and not kept. */
import type { Request, RequestHandler, Response, Router } from "express";
import { refusedProblem } from "../judging/refused.ts";
import { readFileBody } from "../routes/read-request.ts";
import type { Service } from "../service.ts";
import { sendKept } from "./kept-file.ts";
import type { SampleWorkbooks } from "./sample-workbooks.ts";

interface Demo {
  readonly page: RequestHandler;
  readonly service: Service;
  readonly samples: SampleWorkbooks;
  readonly limit: RequestHandler;
}

export function addDemo(router: Router, { page, service, samples, limit }: Demo): void {
  router.get("/demo", page);
  router.get("/demo/workbooks", (_request, response) => {
    response.setHeader("Cache-Control", "no-cache");
    response.json(samples.list);
  });
  router.get("/demo/workbooks/:name", (request, response, next) => {
    samples
      .read(request.params.name)
      .then((sheets) => (sheets ? sendKept(request, response, sheets) : next()))
      .catch(next);
  });
  router.post("/demo/workbook", limit, (request, response, next) => {
    readVisitors(service, request, response).catch(next);
  });
}

async function readVisitors({ judge }: Service, request: Request, response: Response): Promise<void> {
  const sender = request.ip ?? "";
  const bytes = await readFileBody({ request, response, sender });
  const reply = await judge.by(sender).readSheets({ bytes, fileName: "" });
  if (!reply.ok) throw refusedProblem(reply);
  response.setHeader("Cache-Control", "no-store");
  response.type("json").send(reply.answer);
}
