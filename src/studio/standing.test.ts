import { describe, expect, it } from "vitest";
import { FIRST as DRAFT, edited } from "../../test/drafts.ts";
import { anchorsOf } from "../tieout/anchor/anchor.ts";
import { anchorIndex } from "../tieout/anchor/find.ts";
import { checkDocument } from "../tieout/check.ts";
import { type Chain, chained, chainOf, FIRST, type Unchained } from "./chain.ts";
import { contentOf, signedFigures } from "./content.ts";
import { type SignedDocument, standings } from "./standing.ts";

function signedDocument(text: string, name = "q1.txt"): SignedDocument {
  const checked = checkDocument(new TextEncoder().encode(text), { name });
  if (checked.kind === "refused") throw new Error(checked.refusal.message);
  const index = anchorIndex(anchorsOf(checked.placed!));
  const signed = signedFigures(
    checked.relations.map((r) => r.relation),
    index,
  );
  return { sha256: checked.sha256, names: [name], index, signed };
}

const BEFORE = signedDocument(DRAFT);
const START = { signOffs: [], last: FIRST };
const HEAD = { at: "2024-05-06T08:00:00Z", by: "R. Lie", note: "" };

/** A signature over the figure with this print. */
function signatureOn(print: string, label = "", document = BEFORE): Unchained {
  const { anchors } = document.index;
  const at = anchors.findIndex((a) => a.print === print && a.label.endsWith(label));
  const figure = document.signed(at);
  const { sha256, names } = document;
  return {
    kind: "signature",
    ...HEAD,
    document: { name: names[0]!, sha256 },
    figure,
    content: contentOf(figure),
  };
}
const WHOLE: Unchained = {
  kind: "signature",
  ...HEAD,
  document: { name: "q1.txt", sha256: BEFORE.sha256 },
  figure: undefined,
  content: BEFORE.sha256,
};

const chainWith = (...entries: readonly Unchained[]): Chain => chainOf(chained(START, entries));
const told = (chain: Chain, text: string, name = "q1.txt"): readonly string[] =>
  standings(chain, signedDocument(text, name)).map(({ kind, why }) => `${kind}${why === "" ? "" : `: ${why}`}`);

const PUMPS = chainWith(signatureOn("$150.1"));

describe("a signature on a figure", () => {
  it("is in force over the document it was given for, and over one where something else has changed", () => {
    expect(told(PUMPS, DRAFT)).toEqual(["in-force"]);
    expect(told(PUMPS, edited(DRAFT, ["1,240", "1,250"]))).toEqual(["in-force"]);
    expect(told(PUMPS, edited(DRAFT, ["Pumps            $", "PUMPS:           $"]))).toEqual(["in-force"]);
    const later = edited(DRAFT, ["\nSales by Region", "\nThe board met in Bergen.\n\nSales by Region"]);
    expect(told(PUMPS, later)).toEqual(["in-force"]);
  });

  it("is void once the figure prints something else, and says what", () => {
    expect(told(PUMPS, edited(DRAFT, ["150.1", "151.0"]))).toEqual([
      "void: It was signed as $150.1; $151.0 stands there now.",
    ]);
    expect(standings(PUMPS, signedDocument(edited(DRAFT, ["150.1", "151.0"])))[0]?.figure).toBeDefined();
  });

  it("is void once a figure that it was proved beside prints something else, and says which", () => {
    const [why] = told(PUMPS, edited(DRAFT, ["73.2", "73.9"]));
    expect(why).toMatch(
      /^void: What it was signed beside no longer stands so: .*pumps \$150.1; valves 73.2; total sales \$223.3/,
    );
  });

  it("is void once its row, its column or its table has another name, or it is gone", () => {
    const elsewhere =
      "void: It was signed as $150.1, which no longer stands where it was signed: its row, its column, its table or its sentence is another.";
    expect(told(PUMPS, edited(DRAFT, ["Pumps            $", "Compressors      $"]))).toEqual([elsewhere]);
    const gone = edited(DRAFT, ["Pumps            $  150.1", "Fans             $    9.9"]);
    expect(told(PUMPS, gone)).toEqual(["void: It was signed as $150.1, which this draft no longer prints."]);
  });

  it("is void where it is given for a content that its own line does not have", () => {
    const forged = chainWith({ ...signatureOn("$150.1"), content: "0".repeat(64) } as Unchained);
    expect(told(forged, DRAFT)).toEqual(["void: What it was signed for is no longer what its line says."]);
  });

  it("in a sentence outlives a change of the numbers beside it, and not of its words", () => {
    const people = chainWith(signatureOn("1,240"));
    expect(told(people, DRAFT)).toEqual(["in-force"]);
    expect(told(people, edited(DRAFT, ["company employs 1,240", "group employed 1,240"]))[0]).toMatch(/^void/);
  });

  it("tells two figures that print alike apart", () => {
    const total = chainWith(signatureOn("$200.3", "Total sales"));
    expect(told(total, DRAFT)).toEqual(["in-force"]);
    expect(told(total, edited(DRAFT, ["Sales by Region\n", "Sales by Area\n"]))[0]).toMatch(/^void/);
    const second = edited(DRAFT, ["60.3 ", "60.4 "]);
    expect(told(total, second)).toEqual(["in-force"]);
  });
});

describe("a signature", () => {
  it("on the document is void after any change of its bytes", () => {
    expect(told(chainWith(WHOLE), DRAFT)).toEqual(["in-force"]);
    expect(told(chainWith(WHOLE), `${DRAFT}\n`)).toEqual([
      "void: The document has other bytes than the one that was signed.",
    ]);
  });

  it("that was taken back stays in the list, by whom and why", () => {
    const document = { name: "q1.txt", sha256: BEFORE.sha256 };
    const back: Unchained = {
      ...HEAD,
      kind: "withdrawal",
      by: "P. Raman",
      note: "the wrong ledger",
      document,
      withdraws: 1,
    };
    expect(told(chainWith(signatureOn("$150.1"), back), DRAFT)).toEqual([
      "withdrawn: P. Raman took it back at 2024-05-06T08:00:00Z: the wrong ledger.",
    ]);
    // No line takes back one that comes after it.
    expect(told(chainWith({ ...back, withdraws: 2 }, signatureOn("$150.1")), DRAFT)).toEqual(["in-force"]);
  });

  it("given for another document of the folder is none of this one's", () => {
    expect(told(PUMPS, DRAFT, "other.txt")).toEqual([]);
  });
});
