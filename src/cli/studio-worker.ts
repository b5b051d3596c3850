import { parentPort } from "node:worker_threads";
import { deskAnswers } from "../studio/desk-answer.ts";
import type { Returned, Sent } from "./studio-thread.ts";

// A thread that checks the documents of a studio, one question after the other.
const answer = deskAnswers();
parentPort?.on("message", ({ id, ask }: Sent) => {
  let returned: Returned;
  try {
    returned = { id, reply: answer(ask) };
  } catch (error) {
    returned = { id, trace: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(returned);
});
