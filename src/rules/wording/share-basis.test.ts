import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const rows = (basic: string, diluted: string): string =>
  STATEMENT.trimEnd().concat(`\n| Net income per share: | | |\n${basic}${diluted}\n`);
const BOTH = rows("| Basic | $0.63 | $0.60 |\n", "| Diluted | $0.62 | $0.59 |\n");
const said = (text: string, tables: string): readonly string[] =>
  messagesOf(`${HEAD}${text}\n\n${tables}`, "share-basis-unsaid");
const UNSAID = "Net income was $4.0 million, or $0.62 per share.";

it("asks for the basis in the text where the statement has another amount on the other basis", () => {
  expect(said(UNSAID, BOTH)).toEqual([
    expect.stringContaining("0.62 is the diluted amount, and the tables have 0.63 basic as well"),
  ]);
  expect(said(UNSAID.replace("62", "63"), BOTH)).toEqual([
    expect.stringContaining("0.63 is the basic amount, and the tables have 0.62 diluted as well"),
  ]);
});

it("asks for nothing where the text says it anywhere, or the statement leaves no choice", () => {
  expect(said(UNSAID.replace("per share", "per diluted share"), BOTH)).toEqual([]);
  expect(said(`${UNSAID}\n\nAll amounts per share are diluted.`, BOTH)).toEqual([]);
  expect(said(UNSAID, rows("", "| Diluted | $0.62 | $0.59 |\n"))).toEqual([]);
  expect(said(UNSAID, rows("| Basic | $0.62 | $0.60 |\n", "| Diluted | $0.62 | $0.59 |\n"))).toEqual([]);
  expect(said(UNSAID, rows("| Basic and diluted | $0.62 | $0.60 |\n", ""))).toEqual([]);
  expect(said(UNSAID.replace("62", "70"), BOTH)).toEqual([]);
});
