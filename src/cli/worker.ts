import { parentPort, workerData } from "node:worker_threads";
import { answerFor } from "./answer.ts";
import type { Asked } from "./asked.ts";
import { digest, files } from "./effects.ts";

// A thread that answers for the documents whose paths it is sent, one after the other. It returns what is to be printed and not
// the record behind it, which is many times as large.
const asked = workerData as Asked;
parentPort?.on("message", async (path: string) => {
  parentPort?.postMessage(await answerFor(path, asked, { files, digest }));
});
