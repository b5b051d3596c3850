import { describe, expect, it } from "vitest";
import { edited, FIRST } from "../../test/drafts.ts";
import { run } from "../../test/machine.ts";

const MARKS = `marks:
  - waive:
      code: total-does-not-foot
      figure: { label: Total sales, table: Sales by Region, print: "$232.3" }
    reason: Agreed.
    author: Ragna Lie
    date: 2024-05-02
`;

describe("tickmark check --marks", () => {
  it("waives what the file says, and a waived error is no error", async () => {
    const { status, out, err } = await run(["check", "q1.txt", "--marks", "marks.yaml"], {
      "q1.txt": FIRST,
      "marks.yaml": MARKS,
    });
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("0 errors, 0 warnings, 0 notes, 1 waived");
    expect(out).toContain("Waived: Agreed.");
  });

  it("reads no marks that are not named", async () => {
    const files = { "q1.txt": FIRST, "marks.yaml": MARKS };
    expect((await run(["check", "q1.txt"], files)).status).toBe(1);
  });

  it("hands the marks to the workers as well", async () => {
    const files = { "a.txt": FIRST, "b.txt": FIRST, "marks.yaml": MARKS };
    const { status, out } = await run(["check", "a.txt", "b.txt", "--json", "--marks", "marks.yaml"], files);
    expect(status).toBe(0);
    expect(out.split("\n").filter((line) => line.includes('"waived":{"reason":"Agreed."}'))).toHaveLength(2);
  });

  it("shows where a mark is not understood, goes on with the others, and ends with status 2", async () => {
    const files = { "q1.txt": FIRST, "marks.yaml": edited(MARKS, ["reason: Agreed.", 'reason: ""']) };
    const { status, out, err } = await run(["check", "q1.txt", "--marks", "marks.yaml"], files);
    expect(status).toBe(2);
    expect(err).toBe(
      [
        "tickmark: error[mark-field-empty] marks.yaml:5:13",
        '5 |     reason: ""',
        "  |             ^^",
        '"reason" holds nothing; a mark without a reason is not taken.',
        'Write "reason:" and what it is to hold.',
        "",
      ].join("\n"),
    );
    expect(out).toContain("1 error, ");
  });

  it("says so where there is no such file, or it is no text", async () => {
    const files = { "q1.txt": FIRST, "marks.yaml": new Uint8Array([0xff, 0xfe, 0x00]) };
    const missing = await run(["check", "q1.txt", "--marks", "none.yaml"], files);
    expect([missing.status, missing.err]).toEqual([
      2,
      "tickmark: error: the marks none.yaml: there is no file of this name\n",
    ]);
    const binary = await run(["check", "q1.txt", "--marks", "marks.yaml"], files);
    expect([binary.status, binary.err]).toEqual([
      2,
      "tickmark: error: the marks marks.yaml are not UTF-8 text; save the file as UTF-8\n",
    ]);
  });

  it("fills the mark column of the tie-out sheet", async () => {
    const byHand = `${MARKS}  - add:
      form: sum
      figures:
        - { label: Pumps, column: "2024", print: "150.1" }
        - { label: Valves, column: "2024", print: "73.2" }
        - { label: Total sales, table: Product, column: "2024", print: "223.3" }
    reason: For the test.
    author: Ragna Lie
    date: 2024-05-03
`;
    const files = { "q1.txt": FIRST, "marks.yaml": byHand };
    const { out } = await run(["check", "q1.txt", "--csv", "--marks", "marks.yaml"], files);
    const marks = out.split("\r\n").map((row) => row.slice(row.lastIndexOf(",") + 1));
    expect(
      marks.filter((mark) => mark.startsWith("set by hand by Ragna Lie on 2024-05-03: For the test.")),
    ).toHaveLength(3);
    expect(marks.filter((mark) => mark.includes("waived: Agreed."))).toHaveLength(4);
  });
});

describe("tickmark check --write-marks", () => {
  it("prints marks that are refused until their reasons are filled in, and then waive every finding", async () => {
    const release = edited(FIRST, ["73.2", "72.3"]);
    const { out, status } = await run(["check", "q1.txt", "--write-marks"], { "q1.txt": release });
    expect(status).toBe(1);
    const asDrafted = await run(["check", "q1.txt", "--marks", "m.yaml"], { "q1.txt": release, "m.yaml": out });
    expect(asDrafted.status).toBe(2);
    expect(asDrafted.err.match(/error\[mark-field-empty\]/g)).toHaveLength(6);
    const filled = out
      .replaceAll('reason: ""', "reason: Agreed.")
      .replaceAll('author: ""', "author: R. Lie")
      .replaceAll('date: ""', "date: 2024-05-02");
    const waived = await run(["check", "q1.txt", "--marks", "m.yaml"], { "q1.txt": release, "m.yaml": filled });
    expect([waived.status, waived.err]).toEqual([0, ""]);
    expect(waived.out).toContain("0 errors, 0 warnings, 0 notes, 2 waived");
  });

  it("prints a file of no marks where nothing is found", async () => {
    const { out } = await run(["check", "q1.txt", "--write-marks"], { "q1.txt": "Our stores opened on time.\n" });
    expect(out).toBe("marks:\n");
    const files = { "q1.txt": "Our stores opened on time.\n", "m.yaml": out };
    expect((await run(["check", "q1.txt", "--marks", "m.yaml"], files)).status).toBe(0);
  });
});

describe("tickmark check --since", () => {
  const files = { "first.txt": FIRST, "second.txt": edited(FIRST, ["232.3", "223.3"]), "empty.txt": "" };

  it("says below the answer what has changed", async () => {
    const { out, status } = await run(["check", "second.txt", "--since", "first.txt"], files);
    expect(status).toBe(0);
    expect(out).toContain("\nSince first.txt:\n  figures: 1 changed, 0 added, 0 removed, 38 the same\n");
    expect(out).toContain("  figure changed: $232.3 -> $223.3 (Total sales, March 31, 2024, Sales by Region");
  });

  it("adds one key at the end of the report, and changes nothing else of it", async () => {
    const plain = await run(["check", "second.txt", "--json"], files);
    const compared = await run(["check", "second.txt", "--json", "--since", "first.txt"], files);
    const { since, ...rest } = JSON.parse(compared.out);
    expect(`${JSON.stringify(rest)}\n`).toBe(plain.out);
    expect(Object.keys(since)).toEqual(["path", "sha256", "figures", "labels", "sentences", "findings"]);
    expect(compared.out.startsWith(plain.out.slice(0, -2))).toBe(true);
  });

  it("is of one document, and of another than that", async () => {
    const two = await run(["check", "first.txt", "second.txt", "--since", "first.txt"], files);
    expect([two.status, two.err]).toEqual([
      2,
      "tickmark: error: --since compares one document with an earlier draft of it, and 2 are named\n",
    ]);
    const input = await run(["check", "-", "--since", "-"], { "-": FIRST });
    expect([input.status, input.err]).toEqual([
      2,
      "tickmark: error: standard input holds one document, and not two drafts of it\n",
    ]);
  });

  it("says why where the earlier draft is not there or cannot be read", async () => {
    const missing = await run(["check", "second.txt", "--since", "none.txt"], files);
    expect([missing.status, missing.err]).toEqual([
      2,
      "tickmark: error: the earlier draft none.txt: there is no file of this name\n",
    ]);
    const unread = await run(["check", "second.txt", "--since", "empty.txt"], files);
    expect(unread.status).toBe(2);
    expect(unread.out).toContain(
      "Since empty.txt: nothing can be compared.\n  document-empty: The document has no bytes.",
    );
  });

  it("is printed on the terminal and as JSON alone", async () => {
    const { status, err } = await run(["check", "second.txt", "--csv", "--since", "first.txt"], files);
    expect(status).toBe(2);
    expect(err).toContain("option '--since <file>' cannot be used with option '--csv'");
  });
});
