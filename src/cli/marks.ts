import { whyNotRead } from "../text/thrown.ts";
import type { Mark } from "../tieout/marks/mark.ts";
import { troublesText } from "../tieout/report/text.ts";
import type { Effects } from "./effects.ts";
import { complaint, lookOf, textOptions } from "./terminal.ts";

/** What a file of marks came to: the marks that can be understood, and what there is to complain of. */
export interface GivenMarks {
  readonly marks: readonly Mark[];
  readonly complaints: string;
}

/** The marks of the file that the command line names; marks are read from nowhere else. */
export async function marksIn(path: string | undefined, { files, err }: Effects): Promise<GivenMarks> {
  if (path === undefined) return { marks: [], complaints: "" };
  let bytes: Uint8Array;
  try {
    bytes = await files.read(path);
  } catch (error) {
    return { marks: [], complaints: complaint(`the marks ${path}: ${whyNotRead(error)}`) };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { marks: [], complaints: complaint(`the marks ${path} are not UTF-8 text; save the file as UTF-8`) };
  }
  // The reader of YAML doubles the time the program takes to start; most commands need none.
  const { parseMarks } = await import("../tieout/marks/parse.ts");
  const { marks, troubles } = parseMarks(text, path);
  return { marks, complaints: troublesText(troubles, path, text, textOptions(lookOf(err))) };
}
