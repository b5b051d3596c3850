import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rulesBy } from "../rules/rules.ts";
import { checkDocument } from "../tieout/check.ts";
import type { Mark } from "../tieout/marks/mark.ts";
import { write } from "../tieout/report/write.ts";
import { rechecker } from "./recheck.ts";
import { marksIn } from "./write-mark.ts";

const text = readFileSync(new URL("../../examples/halvorsen-2007-q3-draft.txt", import.meta.url), "utf8");
const bytes = new TextEncoder().encode(text);
const earlier = { name: "was.txt", bytes: new TextEncoder().encode(text.replace("64.2", "62.4")) };

const by = "    author: P. R.\n    date: 2007-10-30\n";
const MARKS = {
  question: `  - question: { figure: { print: "64.2" } }\n    text: Exchanged?\n${by}`,
  "remark on what is not there": `  - comment: { figure: { print: "999.9" } }\n    text: None.\n${by}`,
  "waiver of a warning": `  - waive: { code: growth-basis-undefined, figure: { print: "8" , sentence: "constant currency" } }\n    reason: Known.\n${by}`,
  "waiver of nothing": `  - waive: { code: phone-differs, figure: { print: "64.2" } }\n    reason: Known.\n${by}`,
  "waiver of an error": `  - waive: { code: growth-cannot-be, figure: { print: "64.2" } }\n    reason: Known.\n${by}`,
  correction: `  - forbid: { relation: footing, figures: [ { print: $151.4 }, { print: "157.4" }, { print: "64.2" }, { print: $371.2, label: Total } ] }\n    reason: One region is left out.\n${by}`,
  "another document's": `  - comment: { figure: { print: "64.2" } }\n    document: was.txt\n    text: Then.\n${by}`,
};
const marksOf = (...names: readonly (keyof typeof MARKS)[]): readonly Mark[] => {
  const { marks, troubles } = marksIn(`marks:\n${names.map((name) => MARKS[name]).join("")}`, "marks.yaml");
  expect(troubles).toEqual([]);
  return marks;
};

const ALL = Object.keys(MARKS) as (keyof typeof MARKS)[];

describe("a document that is marked again and again", () => {
  const recheck = rechecker();
  const sets = [[], ...ALL.map((name) => [name]), ALL, ALL.toReversed(), ALL.slice(0, 4), []] as const;
  it.each(sets.map((names) => [names.join(", ") || "no mark", names] as const))(
    "%s: is as one that is checked anew",
    (_words, names) => {
      const marks = marksOf(...names);
      for (const draft of [undefined, earlier]) {
        const anew = checkDocument(bytes, {
          name: "q3.txt",
          marks,
          rules: rulesBy(),
          ...(draft === undefined ? {} : { since: draft }),
        });
        expect(JSON.stringify(write(recheck({ name: "q3.txt", bytes, earlier: draft }, marks)))).toBe(
          JSON.stringify(write(anew)),
        );
      }
    },
  );
});
