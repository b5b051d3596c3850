import { describe, expect, it } from "vitest";
import { run } from "../../test/machine.ts";
import type { Report } from "../tieout/report/report.ts";

const released = (day: string, quarter: string, more: string): string =>
  `Harrow & Pike Reports Results\n\nYORK, Pa. - ${day} - Harrow & Pike, Inc. (NYSE: HPK) reported on its quarter ended ${quarter}.\n\n${more}\n`;
const OLD = released("April 27, 2006", "March 31, 2006", "Adjusted net income in the first quarter was $20.0 million.");
const NOW = released(
  "April 26, 2007",
  "March 31, 2007",
  "Adjusted net income in the first quarter was $23.0 million, an increase of 15 percent over the first quarter of 2006.",
);
const WRONG = NOW.replace("15 percent", "19 percent");

const reports = (out: string): readonly Report[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const statusOf = (report: Report | undefined, text: string): string | undefined =>
  report?.figures.find((f) => f.text === text)?.status;
/** What is said of the figures; the rules of disclosure have tests of their own. */
const codesOf = (report: Report | undefined): readonly string[] =>
  (report?.findings ?? []).filter((f) => f.about === "figures").map((f) => f.code);

describe("tickmark check --with", () => {
  it("holds a document against the others that are named", async () => {
    const alone = await run(["check", "--json", "now.txt"], { "now.txt": NOW });
    expect(statusOf(reports(alone.out)[0], "15")).toBe("untied");
    const { out, status } = await run(["check", "now.txt", "--json", "--with", "q1.txt"], {
      "now.txt": NOW,
      "q1.txt": OLD,
    });
    expect(statusOf(reports(out)[0], "15")).toBe("tied");
    expect(status).toBe(0);
  });

  it("takes folders, leaves the document itself out of its evidence, and reads each file once for many documents", async () => {
    const files = { "past/q1.txt": OLD, "past/now.txt": NOW, "a.txt": NOW, "b.txt": WRONG };
    const { out, reads } = await run(["check", "a.txt", "b.txt", "--json", "--workers", "1", "--with", "past"], files);
    const [a, b] = reports(out);
    expect(statusOf(a, "15")).toBe("tied");
    expect(codesOf(b)).toEqual(["growth-not-on-published-base"]);
    expect(reads.get("past/q1.txt")).toBe(1);
  });

  it("gives workers the same evidence", async () => {
    const files = { "q1.txt": OLD, "a.txt": NOW, "b.txt": WRONG };
    const args = ["check", "a.txt", "b.txt", "--json", "--with", "q1.txt", "--workers"];
    expect((await run([...args, "2"], files)).out).toBe((await run([...args, "1"], files)).out);
  });

  it("names a file that is not there, and a folder without documents", async () => {
    const { err, out, status } = await run(["check", "a.txt", "--with", "gone.txt", "old"], {
      "a.txt": NOW,
      "old/x.doc": "",
    });
    expect(err).toContain("the document gone.txt of --with: there is no file of this name");
    expect(err).toContain("--with old: none of the files of this folder ends in .htm");
    expect([out, status]).toEqual(["", 2]);
  });

  it("tells of a document that cannot be read as one, and ends with status 2", async () => {
    const { out, status } = await run(["check", "a.txt", "--json", "--with", "old.pdf"], {
      "a.txt": NOW,
      "old.pdf": "%PDF-1.4 ...",
    });
    expect(codesOf(reports(out)[0])).toEqual(["evidence-not-read"]);
    expect(status).toBe(2);
  });
});
