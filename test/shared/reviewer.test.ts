// A reviewer at the desk, in a browser and by keyboard alone, over real releases: one digit is wrong in each, and changed in memory alone.
import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { rulesBy } from "../../src/rules/rules.ts";
import { checkRelease } from "../../src/tieout/check.ts";
import type { Report, ReportFigure } from "../../src/tieout/report/report.ts";
import { type Browser, hasChromium, launched, type Page, violations } from "../browser/chromium.ts";
import { drop, entered, has, stopStudios, studio } from "../browser/desk.ts";

const shared = new URL("../../../shared/", import.meta.url);
const RELEASES = [
  ["the seed", "seed/000_c5689a0a2d98650a.txt", "release.txt"],
  ["a large page", "corpus/releases/html/R004-nvidia-2023-01-29.html", "release.html"],
  ["a text", "corpus/releases/text/R087-pericom-semiconductor-corp-2003-06-30.txt", "release.txt"],
] as const;

const reportOf = (text: string, name: string): Report =>
  checkRelease(new TextEncoder().encode(text), { name, rules: rulesBy() });

interface Planted {
  readonly text: string;
  /** The print that is wrong, and the one that was right. */
  readonly wrong: string;
  readonly right: string;
  /** The place of the finding that names it, in the order in which they are walked through, from 1. */
  readonly rank: number;
  readonly finding: Report["findings"][number];
}

/** So many figures are tried, each a check of the whole document. */
const MOST_TRIED = 12;

/** Changes one digit of a figure that is an operand of a sum, the first that an error then names as the culprit. */
function planted(text: string, name: string): Planted {
  const before = reportOf(text, name);
  const summed = new Set(
    before.relations
      .filter(
        ({ kind, verdict, strength }) => kind === "footing" && verdict !== "unattainable" && strength === "strong",
      )
      .flatMap(({ figures }) => figures),
  );
  const candidates = before.figures.filter((f) => summed.has(f.id) && /\d{3}/.test(f.text) && isWhole(text, f));
  for (const figure of candidates.slice(0, MOST_TRIED)) {
    const at = figure.text.search(/\d(?=\D*$)/);
    const digit = (Number(figure.text[at]) + 5) % 10;
    const wrong = `${figure.text.slice(0, at)}${digit}${figure.text.slice(at + 1)}`;
    const changed = text.slice(0, figure.start) + wrong + text.slice(figure.end);
    const after = reportOf(changed, name);
    const own = after.figures.find((f) => f.start === figure.start)?.id;
    const errors = after.findings.filter((f) => f.severity === "error");
    const place = errors.findIndex(({ figures }) => figures[0] === own);
    if (place >= 0) return { text: changed, wrong, right: figure.text, rank: place + 1, finding: errors[place]! };
  }
  throw new Error("No figure of this release can be made wrong so that an error names it.");
}

/** Whether the source holds the print in one piece. */
const isWhole = (text: string, { start, end, text: print }: ReportFigure): boolean => text.slice(start, end) === print;

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await page.keyboard.press(key);
}

const sources = RELEASES.map(([what, path, name]) => {
  const text = readFileSync(new URL(path, shared), "utf8");
  return [what, { name, text, error: planted(text, name) }] as const;
});

describe.skipIf(!hasChromium)("a reviewer at the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  });
  afterAll(() => browser.close());
  afterEach(stopStudios);

  test.each(sources)("finds the planted error in %s, and carries it through to the binder", async (_what, release) => {
    const { error, name, text } = release;
    const { page, events } = await entered(browser, await studio());
    await has(page, "Nothing leaves this machine");
    await drop(page, name, error.text);
    await page.waitForSelector("#document .figure");
    // The errors come first, in reading order.
    await press(page, "e", error.rank);
    expect(await page.textContent(".right .print")).toBe(error.wrong);
    expect(await page.textContent(".right .finding .message")).toBe(error.finding.message);
    // The proof, by the keyboard: its heading has the focus, and the operands stand below it.
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("chosen-name");
    expect(await page.locator(".right .tape .operand-link").count()).toBeGreaterThan(1);
    await page.keyboard.press("Escape");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("w");
    await page.keyboard.type("The company is asked.");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ragna Lie");
    await page.keyboard.press("Enter");
    await has(page, "The finding is waived.", ".told");
    expect(await page.textContent(".right .waived-why")).toBe("Waived: The company is asked.");
    await page.keyboard.press("s");
    await page.keyboard.type("agreed to the ledger");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector(".right .signoff.in-force");
    // The digit is set right: what was signed is no longer what is printed.
    await drop(page, name, text);
    await page.keyboard.press("d");
    await has(page, "signed as", ".desk");
    expect(await page.textContent(".desk .signoff.void .trouble")).toContain(error.wrong);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".desk", { state: "detached" });
    const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("b")]);
    const binder = readFileSync(await saved.path(), "utf8");
    for (const words of ["The company is asked.", "signature void", "agreed to the ledger", error.wrong])
      expect(binder).toContain(words);
    expect(events).toEqual([]);
  });
});
