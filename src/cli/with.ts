import { whyNotRead } from "../text/thrown.ts";
import type { OtherDocument } from "../tieout/across/other.ts";
import { documentsOf, ENDINGS, INPUT } from "./documents.ts";
import type { Effects } from "./effects.ts";
import { complaint } from "./terminal.ts";

/** The documents that are given as evidence, and what there is to complain of. */
export interface GivenEvidence {
  readonly with: readonly OtherDocument[];
  readonly complaints: string;
}

/** The earlier releases and filings that the command line names: files, and folders for the documents below them. */
export async function evidenceIn(paths: readonly string[], effects: Effects): Promise<GivenEvidence> {
  const { documents, empty } = await documentsOf(paths, effects);
  const others: OtherDocument[] = [];
  let complaints = empty
    .map((f) => complaint(`--with ${f}: none of the files of this folder ends in ${ENDINGS.join(", ")}`))
    .join("");
  for (const name of documents)
    if (name === INPUT)
      complaints += complaint("--with takes files and folders; standard input holds the document itself");
    else
      try {
        others.push({ name, bytes: await effects.files.read(name) });
      } catch (error) {
        complaints += complaint(`the document ${name} of --with: ${whyNotRead(error)}`);
      }
  return { with: others, complaints };
}
