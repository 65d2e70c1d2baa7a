/** The review pages: one document, whose address says what is shown. */
import { recallLanguage, speak } from "../../addin/pane/kit/language.ts";
import { Shell } from "./shell.ts";

function start(): void {
  const root = document.getElementById("page");
  if (!root) throw new Error("the document has no place for the pages");
  const language = recallLanguage(localStorage);
  speak(language);
  document.documentElement.lang = language;
  root.textContent = "";
  new Shell(root).start();
}

start();
