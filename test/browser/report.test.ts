import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkRelease, parseMarks } from "../../src/index.ts";
import { bundle } from "../bundle.ts";
import { hasChromium, launched } from "./chromium.ts";

const EXAMPLES = ["halvorsen-2007-q3.htm", "halvorsen-2007-q3.txt", "halvorsen-2007-q3-draft.txt"];

interface Library {
  readonly checkRelease: typeof checkRelease;
  readonly parseMarks: typeof parseMarks;
}

const MARKS = `marks:
  - waive: { code: growth-cannot-be, figure: { label: Asia/Pacific, print: "64.2" } }
    reason: Known to the auditor.
    author: P. Raman
    date: 2007-10-30
`;

/** What the browser makes of the examples, alone and with marks and an earlier draft, one after the other in one page, and what it complained of. */
async function inBrowser(documents: readonly (readonly [string, Uint8Array])[]): Promise<{
  readonly reports: readonly string[];
  readonly complaints: readonly string[];
}> {
  const { code } = await bundle();
  const browser = await launched();
  try {
    const page = await (await browser.newContext({})).newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.addScriptTag({ content: code });
    const reports = await page.evaluate(
      ({ list, text }) => {
        const { tickmark } = globalThis as unknown as { tickmark: Library };
        const { marks } = tickmark.parseMarks(text, "marks.yaml");
        const [name, bytes] = list[0]!;
        const since = { name, bytes: Uint8Array.from(bytes) };
        return list.map(([own, all]) =>
          JSON.stringify([
            tickmark.checkRelease(Uint8Array.from(all), { name: own }),
            tickmark.checkRelease(Uint8Array.from(all), { name: own, marks, since }),
          ]),
        );
      },
      { list: documents.map(([name, bytes]) => [name, [...bytes]] as const), text: MARKS },
    );
    return { reports, complaints };
  } finally {
    await browser.close();
  }
}

/** The characters as single bytes, dashes and quotes as Windows has them. */
const windows = (text: string): Uint8Array =>
  Uint8Array.from(text, (c) => {
    const high = "\u2018\u2019\u201c\u201d\u2022\u2013\u2014".indexOf(c);
    return high < 0 ? c.charCodeAt(0) : 0x91 + high;
  });

test.skipIf(!hasChromium)("a browser gives the reports that Node gives, byte for byte", async () => {
  const documents: (readonly [string, Uint8Array])[] = EXAMPLES.map((name) => [
    name,
    readFileSync(new URL(`../../examples/${name}`, import.meta.url)),
  ]);
  const sentence =
    "Soci\u00e9t\u00e9 \u2014 revenue of $371.2 million, up 12 percent \u2013 or 13 \u2019in local currency\u2019.\n";
  documents.push(["windows.txt", windows(sentence.repeat(20))]);
  const { reports, complaints } = await inBrowser(documents);
  expect(complaints).toEqual([]);
  const { marks } = parseMarks(MARKS, "marks.yaml");
  const [first] = documents;
  const since = { name: first![0], bytes: first![1] };
  for (const [i, [name, bytes]] of documents.entries()) {
    const here = checkRelease(bytes, { name });
    expect(reports[i]).toBe(JSON.stringify([here, checkRelease(bytes, { name, marks, since })]));
    expect(here.figures.length).toBeGreaterThan(20);
  }
});
