import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkRelease, parseMarks, type ReportFinding } from "../src/index.ts";
import { chainOf } from "../src/studio/chain.ts";
import type { DocumentView } from "../src/studio/desk-view.ts";
import { edited, FIRST } from "./drafts.ts";
import { type StudioRoom, studioRoom } from "./studio-room.ts";

const PATH = "/in/q1.txt";
const room = (files: Readonly<Record<string, string>> = {}): Promise<StudioRoom> =>
  studioRoom({ [PATH]: FIRST, ...files });
const json = async <T = DocumentView>(response: Promise<Response>): Promise<T> => {
  const answer = await response;
  const value = await answer.json();
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(value)}`);
  return value as T;
};
const refusal = async (response: Promise<Response>): Promise<readonly [number, string, string]> => {
  const answer = await response;
  const { error } = (await answer.json()) as { error: { code: string; message: string } };
  return [answer.status, error.code, error.message];
};
const figure = ({ evidence }: DocumentView, text: string): string =>
  evidence.report.figures.find((f) => f.text === text)!.id;
const open = ({ evidence }: DocumentView): readonly string[] =>
  evidence.report.findings.filter((f) => f.waived === null).map((f) => f.code);

describe("a document of the desk", () => {
  it("is checked as it is on the disk, and known to be old once it is saved again", async () => {
    const { view, desk, files, ask } = await room();
    expect((await desk()).documents).toEqual([{ id: "d1", name: "q1.txt", path: PATH }]);
    const first = await view("d1");
    expect(open(first)).toEqual(["total-does-not-foot"]);
    const stamp = async () => (await json<{ stamp: string }>(ask("GET", "/api/documents/d1/stamp"))).stamp;
    expect(await stamp()).toBe(first.stamp);
    files.set(PATH, edited(FIRST, ["232.3", "223.3"]));
    expect(await stamp()).not.toBe(first.stamp);
    expect(open(await view("d1"))).toEqual([]);
  });

  it("that is gone from the disk is said to be", async () => {
    const { files, ask } = await room();
    files.delete(PATH);
    expect(await refusal(ask("GET", "/api/documents/d1"))).toEqual([
      410,
      "file-gone",
      "There is no file /in/q1.txt any more.",
    ]);
  });

  it("may be dropped, and is kept in memory with what is decided about it", async () => {
    const { ask, files, desk } = await studioRoom();
    const before = [...files.keys()];
    const entry = await json<{ id: string }>(ask("POST", "/api/documents?name=C%3A%5Cdrafts%5Cq1.txt", FIRST));
    expect(entry).toEqual({ id: "d1", name: "q1.txt", path: null });
    const view = await json(ask("GET", "/api/documents/d1"));
    await json(
      ask("POST", "/api/documents/d1/marks", {
        kind: "waive",
        finding: 0,
        reason: "The fourth region is left out.",
        author: "R. Lie",
        revision: view.revision,
      }),
    );
    const saved = await ask("GET", "/api/documents/d1/marks.yaml");
    expect(saved.headers.get("content-disposition")).toContain('attachment; filename="marks.yaml"');
    expect(await saved.text()).toContain("reason: The fourth region is left out.");
    expect([...files.keys()]).toEqual(before);
    // Dropped again, it is the next state of the same document.
    expect(await json(ask("POST", "/api/documents?name=q1.txt", edited(FIRST, ["232.3", "233.2"])))).toEqual(entry);
    expect((await desk()).documents).toHaveLength(1);
    const next = await json(ask("GET", "/api/documents/d1"));
    expect(next.marks[0]?.trouble).toContain("it prints $233.2 now");
    expect(next.evidence.report.since?.figures.changed).toMatchObject([{ print: "$233.2", was: { print: "$232.3" } }]);
  });

  it("may not be nameless or empty", async () => {
    const { ask } = await studioRoom();
    expect((await refusal(ask("POST", "/api/documents?name=..", "x")))[1]).toBe("no-name");
    expect((await refusal(ask("POST", "/api/documents", "x")))[1]).toBe("no-name");
    expect((await refusal(ask("POST", "/api/documents?name=a.txt", "")))[1]).toBe("empty");
  });

  it("is offered where the desk is empty", async () => {
    const { ask } = await studioRoom();
    const { id } = await json<{ id: string }>(ask("POST", "/api/example"));
    expect((await json(ask("GET", `/api/documents/${id}`))).entry.name).toBe("example.htm");
  });
});

describe("a mark made at the desk", () => {
  const by = { author: "Ragna Lie", reason: "Left out on purpose." };

  it("stands in the file beside the document, below what was written by hand, and is in force at once", async () => {
    const own =
      '# of the auditor\nmarks:\n  - comment: { figure: { print: "1,240" } }\n    text: As of May.\n    author: P. R.\n    date: 2024-05-02\n';
    const { ask, view, files } = await room({ "/in/marks.yaml": own });
    const { revision, marks } = await view("d1");
    expect(marks).toMatchObject([{ kind: "comment", text: "As of May.", line: 3, trouble: null }]);
    const next = await json(ask("POST", "/api/documents/d1/marks", { kind: "waive", finding: 0, revision, ...by }));
    expect(open(next)).toEqual([]);
    expect(next.marks[1]).toMatchObject({ kind: "waive", about: "total-does-not-foot", date: "2024-05-06" });
    expect(files.get("/in/marks.yaml")).toBe(`${own}  - waive:
      code: total-does-not-foot
      figure:
        label: Total sales
        column: March 31, 2024
        table: Sales by Region ($ in millions)
        print: $232.3
      beside: [ $111.4, "80.3", "31.6" ]
    reason: Left out on purpose.
    author: Ragna Lie
    date: 2024-05-06
`);
    const line = next.marks[1]!.line;
    const back = await json(ask("DELETE", "/api/documents/d1/marks", { line, revision: next.revision }));
    expect(files.get("/in/marks.yaml")).toBe(own);
    expect(open(back)).toEqual(["total-does-not-foot"]);
  });

  it("waives what the rules of disclosure find, at words as at figures, for the next check of anybody as well", async () => {
    const text = readFileSync(new URL("../examples/halvorsen-2007-q3-draft.txt", import.meta.url), "utf8");
    const { ask, view, files } = await studioRoom({
      "/in/q3.txt": `${text}\nThis release holds forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995.\n`,
    });
    const isOpen = (f: ReportFinding): boolean => f.about === "rules" && f.waived === null;
    let now = await view("d1");
    const found = now.evidence.report.findings.filter(isOpen);
    expect(found.some(({ figures }) => figures.length > 0)).toBe(true);
    expect(found.some(({ figures }) => figures.length === 0)).toBe(true);
    for (const _ of found) {
      const finding = now.evidence.report.findings.findIndex(isOpen);
      now = await json(
        ask("POST", "/api/documents/d1/marks", { kind: "waive", finding, revision: now.revision, ...by }),
      );
      // What a rule finds in a figure is shown there, and not at words beside it.
      if (now.evidence.findings[finding]?.target?.startsWith("p") === true)
        expect(now.html).toContain(`id="p${finding + 1}" data-severity="waived"`);
    }
    expect(now.evidence.report.findings.filter(isOpen)).toEqual([]);
    const { marks } = parseMarks(files.get("/in/marks.yaml")!, "marks.yaml");
    const report = checkRelease(new TextEncoder().encode(files.get("/in/q3.txt")), { name: "q3.txt", marks });
    expect(report.findings.filter(({ about }) => about === "rules").map(({ waived }) => waived?.reason)).toEqual(
      found.map(() => by.reason),
    );
    const changed = edited(text, ["revenues grew 8 percent", "revenues grew 7 percent"]);
    const later = checkRelease(new TextEncoder().encode(changed), { name: "q3.txt", marks });
    expect(later.findings.filter(isOpen).map(({ code }) => code)).toContain("growth-basis-undefined");
  });

  it("accepts a figure, asks about it or comments on it", async () => {
    const { ask, view } = await room();
    let now = await view("d1");
    for (const kind of ["accept", "question", "comment"])
      now = await json(
        ask("POST", "/api/documents/d1/marks", { kind, figure: figure(now, "31.6"), revision: now.revision, ...by }),
      );
    const id = figure(now, "31.6");
    expect(now.marks.map(({ kind, figures, trouble }) => [kind, figures, trouble])).toEqual([
      ["accept", [id], null],
      ["question", [id], null],
      ["comment", [id], null],
    ]);
    expect(open(now)).toContain("question-open");
  });

  it("forbids a relation, and adds one that was pointed at", async () => {
    const { ask, view } = await room();
    const first = await view("d1");
    const broken = first.evidence.report.relations.find((r) => r.verdict === "unattainable")!;
    const deed = { kind: "forbid", relation: broken.id, revision: first.revision, ...by };
    const second = await json(ask("POST", "/api/documents/d1/marks", deed));
    expect(open(second)).toEqual([]);
    const figures = ["111.4", "80.3", "31.6", "232.3"].map((text) => figure(second, text));
    const add = { kind: "add", form: "sum", figures, minus: [2], revision: second.revision, ...by };
    const third = await json(ask("POST", "/api/documents/d1/marks", add));
    expect(third.marks.map((m) => m.kind)).toEqual(["forbid", "add"]);
    expect(third.evidence.report.relations.some((r) => r.evidence.startsWith("set by hand by Ragna Lie"))).toBe(true);
  });

  it("names its document where others lie beside it, and is then none of theirs", async () => {
    const { ask, view, files } = await room({ "/in/q2.txt": FIRST, "/other/q3.txt": FIRST });
    const { revision } = await view("d1");
    await json(ask("POST", "/api/documents/d1/marks", { kind: "waive", finding: 0, revision, ...by }));
    expect(files.get("/in/marks.yaml")).toContain("document: q1.txt");
    expect(open(await view("d1"))).toEqual([]);
    expect(open(await view("d2"))).toEqual(["total-does-not-foot"]);
    const { revision: third } = await view("d3");
    await json(ask("POST", "/api/documents/d3/marks", { kind: "waive", finding: 0, revision: third, ...by }));
    expect(files.get("/other/marks.yaml")).not.toContain("document:");
  });

  it("is refused over what is no longer what was looked at", async () => {
    const { ask, view, files } = await room();
    const { revision } = await view("d1");
    const waive = (seen = revision) =>
      ask("POST", "/api/documents/d1/marks", { kind: "waive", finding: 0, revision: seen, ...by });
    files.set(PATH, edited(FIRST, ["31.6", "31.7"]));
    expect((await refusal(waive())).slice(0, 2)).toEqual([409, "changed-meanwhile"]);
    expect(files.has("/in/marks.yaml")).toBe(false);
    files.set(PATH, FIRST);
    const again = (await view("d1")).revision;
    const both = await Promise.all([waive(again), waive(again)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("is refused where another studio has signed or marked in the meantime, so that no chain is forked", async () => {
    let other = async (): Promise<void> => undefined;
    const { ask, view, files } = await studioRoom({ [PATH]: FIRST }, (effects) => ({
      ...effects,
      ask: async (asked) => {
        const answer = await effects.ask(asked);
        if (asked.kind !== "view") await other();
        return answer;
      },
    }));
    const now = await view("d1");
    const body = { revision: now.revision, by: "Ragna Lie", note: "", figures: [figure(now, "150.1")] };
    other = async () => void files.set("/in/signoffs.jsonl", "signed by another\n");
    expect((await refusal(ask("POST", "/api/documents/d1/signoffs", body)))[1]).toBe("changed-meanwhile");
    expect(files.get("/in/signoffs.jsonl")).toBe("signed by another\n");
    files.delete("/in/signoffs.jsonl");
    other = async () => void files.set("/in/marks.yaml", "marks: []\n");
    const waive = { kind: "waive", finding: 0, revision: now.revision, ...by };
    expect((await refusal(ask("POST", "/api/documents/d1/marks", waive)))[1]).toBe("changed-meanwhile");
    expect(files.get("/in/marks.yaml")).toBe("marks: []\n");
  });

  it("is refused without a reason or a name, and where nothing is pointed at", async () => {
    const { ask, view, files } = await room();
    const { revision } = await view("d1");
    const post = (fields: object) => refusal(ask("POST", "/api/documents/d1/marks", { ...by, revision, ...fields }));
    expect((await post({ kind: "waive", finding: 0, reason: " \n" }))[2]).toContain("the reason, in a sentence");
    expect((await post({ kind: "waive", finding: 0, author: "" }))[2]).toContain("the name of whoever decides");
    expect((await post({ kind: "waive", finding: 99 }))[1]).toBe("not-on-page");
    expect((await post({ kind: "accept", figure: "f9999" }))[1]).toBe("not-on-page");
    expect((await post({ kind: "forbid", relation: "r9999" }))[1]).toBe("not-on-page");
    expect((await post({ kind: "add", form: "growth", figures: ["f1"] }))[2]).toContain("3 figures for a growth");
    expect((await post({ kind: "sing" }))[2]).toContain("one of accept, question, comment, waive, forbid, add");
    expect(files.has("/in/marks.yaml")).toBe(false);
  });

  it("is refused where the file cannot be read, which stays as it is", async () => {
    const torn = "marks:\n  - waive: {\n";
    const { ask, view, files } = await room({ "/in/marks.yaml": torn });
    const { revision, markTroubles } = await view("d1");
    expect(markTroubles).toMatchObject([{ line: 3 }]);
    const [status, , message] = await refusal(
      ask("POST", "/api/documents/d1/marks", { kind: "waive", finding: 0, revision, ...by }),
    );
    expect([status, message]).toEqual([409, expect.stringContaining("Line 3")]);
    expect(files.get("/in/marks.yaml")).toBe(torn);
  });
});

describe("a sign-off", () => {
  const signed = async (
    { ask }: StudioRoom,
    { revision }: DocumentView,
    what: readonly string[] | "document",
    by = "R. Lie",
  ): Promise<DocumentView> =>
    json(ask("POST", "/api/documents/d1/signoffs", { figures: what, by, note: "", revision }));
  const told = ({ signOffs }: DocumentView): readonly string[] =>
    signOffs.map(({ n, kind, words, why }) => `${n} ${kind} ${words.split(" ")[0]}${why === "" ? "" : `: ${why}`}`);

  it("is a line of the file beside the document, in force until its figure changes, and then void with the reason", async () => {
    const here = await room();
    const first = await here.view("d1");
    const second = await signed(here, first, [figure(first, "150.1"), figure(first, "31.6")]);
    await signed(here, second, "document", "P. Raman");
    expect(told(await here.view("d1"))).toEqual(["1 in-force $150.1", "2 in-force 31.6", "3 in-force "]);
    const lines = here.files.get("/in/signoffs.jsonl")!.trimEnd().split("\n");
    expect(JSON.parse(lines[0]!)).toMatchObject({
      schema: "tickmark-signoff/1",
      n: 1,
      by: "R. Lie",
      document: { name: "q1.txt" },
      figure: { print: "$150.1", label: "Pumps" },
    });
    here.files.set(PATH, edited(FIRST, ["150.1", "151.0"]));
    expect(told(await here.view("d1"))).toEqual([
      "1 void $150.1: It was signed as $150.1; $151.0 stands there now.",
      "2 in-force 31.6",
      "3 void : The document has other bytes than the one that was signed.",
    ]);
    here.files.set(PATH, FIRST);
    expect(told(await here.view("d1")).every((line) => line.includes("in-force"))).toBe(true);
  });

  it("can be taken back, by a line of its own", async () => {
    const here = await room();
    const now = await signed(here, await here.view("d1"), "document");
    const back = { by: "R. Lie", note: "too early", withdraws: 1, revision: now.revision };
    const after = await json(here.ask("POST", "/api/documents/d1/signoffs", back));
    expect(told(after)[0]).toMatch(/^1 withdrawn : R. Lie took it back at .*: too early\.$/);
    const again = { ...back, withdraws: 2, revision: after.revision };
    expect((await refusal(here.ask("POST", "/api/documents/d1/signoffs", again)))[1]).toBe("no-signature");
  });

  it("is not relied on behind a line that was tampered with, and none is added there", async () => {
    const here = await room();
    const first = await here.view("d1");
    const second = await signed(here, first, [figure(first, "150.1"), figure(first, "31.6")]);
    const third = await signed(here, second, "document");
    here.files.set("/in/signoffs.jsonl", here.files.get("/in/signoffs.jsonl")!.replace('"31.6"', '"31.7"'));
    const now = await here.view("d1");
    expect(now.chain).toMatchObject({ lines: 1, break: { line: 2 } });
    expect(told(now)).toEqual(["1 in-force $150.1"]);
    const more = { figures: "document", by: "R. Lie", note: "", revision: now.revision };
    const [status, code, message] = await refusal(here.ask("POST", "/api/documents/d1/signoffs", more));
    expect([status, code]).toEqual([409, "chain-broken"]);
    expect(message).toContain("Line 2 of signoffs.jsonl: This line was changed after it was written");
    expect(third.chain.break).toBeNull();
  });

  it("is written on a line of its own, whatever an editor has done to the end of the file", async () => {
    const here = await room();
    await signed(here, await here.view("d1"), "document");
    here.files.set("/in/signoffs.jsonl", here.files.get("/in/signoffs.jsonl")!.trimEnd());
    const after = await signed(here, await here.view("d1"), "document");
    expect(after.chain).toMatchObject({ lines: 2, break: null });
  });

  it("of two at once both are written, one after the other, or one is told to look again", async () => {
    const here = await room();
    const now = await here.view("d1");
    const post = { figures: "document", by: "R. Lie", note: "", revision: now.revision };
    const both = await Promise.all([1, 2].map(() => here.ask("POST", "/api/documents/d1/signoffs", post)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(chainOf(here.files.get("/in/signoffs.jsonl")!)).toMatchObject({ break: undefined });
  });

  it("is carried to the next draft, which is named as one", async () => {
    const here = await room({ "/in/q1-draft2.txt": edited(FIRST, ["150.1", "151.0"]) });
    const first = await here.view("d1");
    await signed(here, first, [figure(first, "150.1"), figure(first, "31.6")]);
    expect((await here.view("d2")).signOffs).toEqual([]);
    const { revision, earlier } = await here.view("d2");
    expect(earlier.choices).toEqual([{ id: "d1", words: PATH }]);
    const laid = await json(here.ask("POST", "/api/documents/d2/earlier", { earlier: "d1", revision }));
    expect(told(laid)).toEqual(["1 void $150.1: It was signed as $150.1; $151.0 stands there now.", "2 in-force 31.6"]);
    expect(laid.evidence.report.since?.figures.changed).toHaveLength(1);
  });

  it("is refused without a name, on no figure, and on one that is not there", async () => {
    const here = await room();
    const { revision } = await here.view("d1");
    const post = (fields: object) => refusal(here.ask("POST", "/api/documents/d1/signoffs", { revision, ...fields }));
    expect((await post({ figures: ["f1"], by: "" }))[2]).toContain("the name of whoever signs");
    expect((await post({ figures: ["f9999"], by: "R. Lie" }))[1]).toBe("no-figure");
    expect((await post({ figures: "all", by: "R. Lie" }))[1]).toBe("wrong-field");
    expect(here.files.has("/in/signoffs.jsonl")).toBe(false);
  });
});

describe("two drafts", () => {
  it("are the document as it is and as it was shown before, until another is chosen", async () => {
    const { view, files, ask } = await room({ "/in/old.txt": edited(FIRST, ["1,240", "1,200"]) });
    expect((await view("d1")).earlier).toMatchObject({ chosen: null, html: null });
    files.set(PATH, edited(FIRST, ["31.6", "40.6"]));
    const now = await view("d1");
    expect(now.earlier).toMatchObject({ chosen: "d1@1", html: expect.stringContaining("Brightwater") });
    expect(now.evidence.report.since?.findings).toMatchObject({ gone: [{ code: "total-does-not-foot" }] });
    const choose = (earlier: string | null) =>
      ask("POST", "/api/documents/d1/earlier", { earlier, revision: now.revision });
    expect((await json(choose("d2"))).evidence.report.since?.figures.changed).toHaveLength(2);
    expect((await json(choose(null))).evidence.report.since).toBeUndefined();
    for (const wrong of ["d9", "d1@9", "d1@__proto__"]) expect((await choose(wrong)).status).toBe(404);
    expect((await choose("d1")).status).toBe(409);
  });
});
