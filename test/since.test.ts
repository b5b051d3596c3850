import { describe, expect, it } from "vitest";
import { checkDocument } from "../src/tieout/check.ts";
import type { CheckedDocument } from "../src/tieout/report/checked.ts";
import type { Since } from "../src/tieout/since/changes.ts";
import { since } from "../src/tieout/since/since.ts";
import { sinceText } from "../src/tieout/since/since-text.ts";
import { edited, FIRST } from "./drafts.ts";
import { damagedPage, page } from "./fuzz/page.ts";
import { random } from "./fuzz/random.ts";

const checked = (text: string | Uint8Array, name = "draft.txt") =>
  checkDocument(typeof text === "string" ? new TextEncoder().encode(text) : text, { name });

const between = (before: string, now: string): Since =>
  since(checked(before, "first.txt"), checked(now) as CheckedDocument);

const change = ({ figures }: Since): readonly string[] => figures.changed.map((f) => `${f.was.print} -> ${f.print}`);
const prints = (figures: readonly { readonly print: string }[]): readonly string[] => figures.map((f) => f.print);

describe("a figure", () => {
  it("that is printed otherwise has changed, and keeps its name", () => {
    const { figures } = between(FIRST, edited(FIRST, ["$  111.4", "$  120.4"], ["$223.3 million", "$223.4 million"]));
    expect(figures).toEqual({
      same: 37,
      changed: [
        {
          id: "f4",
          print: "$223.4 million",
          value: "223400000",
          label: expect.any(String),
          sentence: "sales of the first quarter of 2024 were \u2026 , up 11 percent from",
          was: { id: "f4", print: "$223.3 million", value: "223300000" },
        },
        {
          id: "f13",
          print: "$120.4",
          value: "120400000",
          label: "North",
          column: "March 31, 2024",
          table: "Sales by Region ($ in millions)",
          was: { id: "f13", print: "$111.4", value: "111400000" },
        },
      ],
      added: [],
      removed: [],
    });
  });

  it("is the same however far rows and paragraphs before it have pushed it", () => {
    const { figures, labels, sentences } = between(
      FIRST,
      edited(
        FIRST,
        ["1,240 people.", "1,240 people. The board met in Bergen."],
        ["North            $  111.4", "Arctic               12.0       11.0       10.0\nNorth            $  111.4"],
      ),
    );
    expect(prints(figures.added)).toEqual(["12.0", "11.0", "10.0"]);
    expect(figures).toMatchObject({ same: 39, changed: [], removed: [] });
    expect(labels).toMatchObject({
      added: [{ text: "Arctic", table: "Sales by Region ($ in millions)" }],
      changed: [],
    });
    expect(sentences.added).toEqual([{ text: "The board met in Bergen." }]);
  });

  it("stays beside its words where its sentence is written anew", () => {
    const changes = between(
      FIRST,
      edited(FIRST, [
        "sales of the first quarter of 2024 were $223.3 million, up 11 percent\nfrom a year earlier",
        "in the first quarter of 2024 it had sales of $223.3 million, which is 12 percent\nmore than a year earlier",
      ]),
    );
    expect(change(changes)).toEqual(["11 percent -> 12 percent"]);
    expect(changes.sentences.changed.map((s) => s.was)).toEqual([
      expect.stringContaining("sales of the first quarter"),
    ]);
  });

  it("keeps its column where a column has come before it or a head has changed", () => {
    const markdown = (rows: readonly string[]): string => `# Sales of Brightwater Pumps\n\n${rows.join("\n")}\n`;
    const before = markdown(["| | 2024 | 2023 |", "|---|---|---|", "| North | 11.4 | 10.2 |", "| South | 8.3 | 7.1 |"]);
    const wider = markdown([
      "| | Plan | 2024 | 2023 |",
      "|---|---|---|---|",
      "| North | 12.9 | 11.4 | 10.2 |",
      "| South | 9.9 | 8.3 | 7.2 |",
    ]);
    expect(change(between(before, wider))).toEqual(["7.1 -> 7.2"]);
    expect(prints(between(before, wider).figures.added)).toEqual(["12.9", "9.9"]);
    expect(change(between(before, edited(before, ["2023", "2022"])))).toEqual(["2023 -> 2022"]);
  });

  it("has changed where it prints the same under another scale", () => {
    const { figures } = between(
      FIRST,
      edited(FIRST, ["Sales by Region\n($ in millions)", "Sales by Region\n($ in thousands)"]),
    );
    expect(figures.changed.map((f) => [f.print, f.was.value, f.value])).toContainEqual([
      "$111.4",
      "111400000",
      "111400",
    ]);
    expect(prints(figures.added)).toEqual([]);
  });
});

describe("words", () => {
  it("of a label are set against those it had, its figures unchanged", () => {
    const { labels, figures } = between(FIRST, edited(FIRST, ["Valves ", "Taps   "]));
    expect(labels.changed).toEqual([{ text: "Taps", table: "Sales by Product ($ in millions)", was: "Valves" }]);
    expect(figures.same).toBe(39);
  });

  it("of a sentence that stands elsewhere have moved", () => {
    const sentence = " Orders were strong in the north.";
    const { sentences, figures } = between(
      FIRST,
      edited(FIRST, [sentence, ""], ["1,240 people.", `1,240 people.${sentence}`]),
    );
    expect(sentences).toMatchObject({ changed: [], added: [], removed: [] });
    expect(sentences.moved).toHaveLength(1);
    expect(figures.same).toBe(39);
  });

  it("that are put in or taken out are said", () => {
    const { sentences } = between(FIRST, edited(FIRST, [" Orders were strong in the north.", ""]));
    expect(sentences).toEqual({
      changed: [],
      added: [],
      removed: [{ text: "Orders were strong in the north." }],
      moved: [],
    });
  });
});

describe("a finding", () => {
  it("is gone once its figure is put right, and new once another is wrong", () => {
    const { findings } = between(FIRST, edited(FIRST, ["232.3", "223.3"], ["150.1", "105.1"]));
    expect(findings.gone.map((f) => f.code)).toEqual(["total-does-not-foot"]);
    expect(findings.new.map((f) => f.code)).toEqual(["total-does-not-foot"]);
    expect(findings.still).toEqual([]);
  });

  it("is still there where its figures have new places and new prints", () => {
    const { findings } = between(FIRST, edited(FIRST, ["232.3", "233.3"], ["BERGEN, ", "Two of us, BERGEN, "]));
    expect(findings).toMatchObject({ new: [], gone: [], still: [{ code: "total-does-not-foot" }] });
  });
});

describe("two drafts", () => {
  it("as people read them", () => {
    const changes = between(FIRST, edited(FIRST, ["232.3", "223.3"], ["Valves ", "Taps   "], ["strong", "weak"]));
    expect(sinceText(changes)).toBe(
      [
        "Since first.txt:",
        "  figures: 1 changed, 0 added, 0 removed, 38 the same",
        "  labels: 1 changed, 0 added, 0 removed, 0 moved",
        "  sentences: 1 changed, 0 added, 0 removed, 0 moved",
        "  findings: 0 new, 1 gone, 0 still there",
        "  figure changed: $232.3 -> $223.3 (Total sales, March 31, 2024, Sales by Region ($ in millions))",
        "  label changed: Valves -> Taps (Sales by Product ($ in millions))",
        "  sentence changed: Orders were strong in the north. -> Orders were weak in the north.",
        "  finding gone: error[total-does-not-foot] North + South + West = Total sales: the operands give",
        "    223.3 (USD millions), and no less and no more than 223.15 to 223.45 once each is taken for all",
        "    that print\u2026",
        "",
      ].join("\n"),
    );
  });

  it("of which the earlier cannot be read are not compared, and the reason is given", () => {
    const changes = between("", FIRST);
    expect(changes.refused?.code).toBe("document-empty");
    expect(sinceText(changes)).toContain("Since first.txt: nothing can be compared.");
  });

  it("that are one document have nothing moved, whatever it holds", () => {
    for (let seed = 1; seed <= 24; seed++) {
      const own = checked((seed % 4 === 0 ? damagedPage : page)(random(seed)), "page");
      if (own.kind === "refused") continue;
      const { figures, labels, sentences, findings } = since(own, own);
      const none = { changed: [], added: [], removed: [] };
      expect(figures).toEqual({ ...none, same: own.figures.length });
      expect([labels, sentences]).toEqual([
        { ...none, moved: [] },
        { ...none, moved: [] },
      ]);
      expect(findings).toMatchObject({ new: [], gone: [] });
      expect(findings.still).toHaveLength(own.findings.length);
    }
  });

  it("of any kind account for each of their figures once", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const before = checked(page(random(seed)), "page");
      const now = checked(damagedPage(random(seed)), "page");
      if (before.kind === "refused" || now.kind === "refused") continue;
      const { figures } = since(before, now);
      expect(figures.same + figures.changed.length + figures.added.length).toBe(now.figures.length);
      expect(figures.same + figures.changed.length + figures.removed.length).toBe(before.figures.length);
    }
  });

  it("of thousands of lines that are all alike are compared to their end", () => {
    const rows = (label: string, count: number): string => `${`${label}    1.0    2.0\n`.repeat(count)}\n`;
    const text = (label: string): string => `${rows(label, 600)}${"Sales rose 3 percent. ".repeat(2000)}\n`;
    const [before, now] = [checked(text("North")), checked(text("South"))];
    // What goes with the square of the lines outlasts the time that a test has.
    expect(since(before, now as CheckedDocument)).toBeDefined();
  });
});
