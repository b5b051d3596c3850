import { describe, expect, it } from "vitest";
import { keptSink, memoryEffects } from "../../test/machine.ts";
import { SALES } from "../../test/sales-table.ts";
import { answerFor } from "./answer.ts";
import type { Answer } from "./asked.ts";
import { main } from "./main.ts";
import type { Sink } from "./sink.ts";

const CLEAN = "Our stores opened on time.\n";
const NO_TEXT = "";

interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** How many workers were started and ended, and how many had work at once. */
  readonly workers: { started: number; ended: number; busy: number; busiest: number };
}

interface Machine {
  readonly files?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly terminal?: boolean;
  /** Standard output takes this many writes, then its reader is gone. */
  readonly takes?: number;
  readonly digest?: (bytes: Uint8Array) => string;
  readonly cores?: number;
  /** The document that ends the worker which is to answer for it. */
  readonly deadly?: string;
}

async function run(args: readonly string[], machine: Machine = {}): Promise<Run> {
  const { files = {}, input = "", terminal = false, takes = Number.POSITIVE_INFINITY, digest = () => "00" } = machine;
  const workers = { started: 0, ended: 0, busy: 0, busiest: 0 };
  const written = { out: [] as string[], err: [] as string[] };
  const sink = (into: string[], room: number): Sink =>
    keptSink((text) => into.length < room && into.push(text) > 0, terminal);
  const effects = memoryEffects({ ...files, "-": input }, (all) => ({
    out: sink(written.out, takes),
    err: sink(written.err, Number.POSITIVE_INFINITY),
    digest,
    cores: machine.cores ?? 1,
    startWorker: (asked) => {
      workers.started++;
      const answer = async (path: string): Promise<Answer> => {
        workers.busiest = Math.max(workers.busiest, ++workers.busy);
        // The first documents take longest, so that the answers come in another order than they are asked for.
        for (let turn = Object.keys(files).indexOf(path); turn < 20; turn++) await Promise.resolve();
        const given = await answerFor(path, structuredClone(asked), all());
        workers.busy--;
        if (path === machine.deadly) throw new Error("the worker is out of memory");
        return structuredClone(given);
      };
      return { answer, end: () => void workers.ended++ };
    },
  }));
  const status = await main(args, effects);
  return { status, out: written.out.join(""), err: written.err.join(""), workers };
}

const reports = (out: string) =>
  out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe("tickmark check", () => {
  it("prints one JSON object a line, in the order of the arguments", async () => {
    const files = { "b.txt": CLEAN, "a.txt": CLEAN };
    const { out, status } = await run(["check", "--json", "b.txt", "a.txt", "b.txt"], { files });
    expect(reports(out).map((report) => report.path)).toEqual(["b.txt", "a.txt", "b.txt"]);
    expect(status).toBe(0);
  });

  it("takes a folder for the documents below it, sorted by path", async () => {
    const files = {
      "q3/b.htm": CLEAN,
      "q3/a/z.TXT": CLEAN,
      "q3/notes.doc": CLEAN,
      "q3/B.md": CLEAN,
      "q4/x.txt": CLEAN,
    };
    const { out } = await run(["check", "--json", "q3"], { files });
    expect(reports(out).map((report) => report.path)).toEqual(["q3/B.md", "q3/a/z.TXT", "q3/b.htm"]);
  });

  it("reads standard input for a dash", async () => {
    const { out } = await run(["check", "--json", "-"], { input: CLEAN });
    expect(reports(out)).toMatchObject([{ path: "-", format: "text" }]);
  });

  it("prints the same bytes on every run", async () => {
    const files = { "a.txt": SALES };
    const first = await run(["check", "--json", "a.txt"], { files });
    expect(await run(["check", "--json", "a.txt"], { files })).toEqual(first);
  });

  it("exits with 1 where a figure cannot be right, and shows it", async () => {
    const { out, status } = await run(["check", "wrong.txt", "clean.txt"], {
      files: { "wrong.txt": SALES, "clean.txt": CLEAN },
    });
    expect(status).toBe(1);
    expect(out).toContain("tickmark: error[");
    expect(out).toContain("wrong.txt:7:13\n7 | Total sales 223.3");
    expect(out).toContain("\nThis proves that figures of the page can stand together, not that they are true;");
    expect(out).toContain("\n2 documents: 1 with errors, 0 refused, 1 without errors.\n");
  });

  it("exits with 2 where a document cannot be understood, and still answers for the others", async () => {
    const files = { "empty.txt": NO_TEXT, "wrong.txt": SALES, "locked.txt": CLEAN };
    const names = ["missing.txt", "locked.txt", "empty.txt", "wrong.txt"];
    const { out, status } = await run(["check", "--json", ...names], { files });
    expect(status).toBe(2);
    const [missing, locked, empty, wrong] = reports(out);
    expect(missing).toMatchObject({ path: "missing.txt", sha256: null, refused: { code: "file-missing" } });
    expect(locked.refused).toMatchObject({
      code: "file-not-read",
      message: expect.stringContaining("this user may not read or write it"),
    });
    expect(empty).toMatchObject({ path: "empty.txt", refused: { code: "document-empty" }, figures: [] });
    expect(wrong).toMatchObject({ path: "wrong.txt", summary: { errors: 1 } });
  });

  it("exits with 3 on a mistake of ours, and still answers for the others", async () => {
    let calls = 0;
    const digest = (): string => {
      if (calls++ === 0) throw new TypeError("cannot read a property of undefined");
      return "00";
    };
    const { out, err, status } = await run(["check", "--json", "a.txt", "b.txt"], {
      files: { "a.txt": CLEAN, "b.txt": CLEAN },
      digest,
    });
    expect(status).toBe(3);
    expect(reports(out)[0]).toMatchObject({ path: "a.txt", refused: { code: "internal-error" }, figures: [] });
    expect(reports(out)[1]).not.toHaveProperty("refused");
    expect(err).toContain("cannot read a property of undefined");
  });

  it("says that a folder holds no document", async () => {
    const { err, status } = await run(["check", "empty"], { files: { "empty/picture.png": "" } });
    expect(status).toBe(2);
    expect(err).toContain("tickmark: error: empty has no document in it");
  });

  it("prints one tie-out sheet with one head for all documents", async () => {
    const files = { "a.txt": SALES, "b.txt": SALES };
    const { out, status } = await run(["check", "--csv", "a.txt", "missing.txt", "b.txt"], { files });
    const rows = out.split("\r\n").slice(0, -1);
    expect(rows.filter((row) => row.startsWith("document,")).length).toBe(1);
    expect([...new Set(rows.slice(1).map((row) => row.split(",")[0]))]).toEqual(["a.txt", "missing.txt", "b.txt"]);
    expect(status).toBe(2);
  });

  it("prints one SARIF log for all documents", async () => {
    const files = { "a.txt": SALES, "b.txt": CLEAN, "c.txt": SALES };
    const { out, status } = await run(["check", "--sarif", "a.txt", "b.txt", "missing.txt", "c.txt"], { files });
    const [{ results, artifacts, invocations }] = JSON.parse(out).runs;
    expect(results.map((r: { ruleId: string }) => r.ruleId)).toEqual(["total-does-not-foot", "total-does-not-foot"]);
    expect(artifacts.length).toBe(4);
    expect(invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: status });
    expect(JSON.parse((await run(["check", "--sarif", "b.txt"], { files })).out).runs[0].results).toEqual([]);
  });

  it("shows and counts the findings of the codes that are asked for", async () => {
    const files = { "wrong.txt": SALES };
    const except = await run(["check", "--except", "total-does-not-foot", "wrong.txt"], { files });
    expect(except).toMatchObject({ status: 0, err: "" });
    expect(except.out).toContain("0 errors, 0 warnings, 0 notes, 1 more left out by the filter\n");
    expect(except.out).toContain("1 contradicted");
    const only = await run(["check", "--only", "part-missing", "--only", "total-does-not-foot", "wrong.txt"], {
      files,
    });
    expect(only.status).toBe(1);
    expect(only.out).toContain("tickmark: error[total-does-not-foot]");
  });

  it("stops without a word where the reader of its output has gone", async () => {
    const files = { "a.txt": CLEAN, "b.txt": CLEAN, "c.txt": CLEAN };
    const { out, err, status } = await run(["check", "--json", "a.txt", "b.txt", "c.txt"], { files, takes: 1 });
    expect(reports(out).length).toBe(1);
    expect(err).toBe("");
    expect(status).toBe(0);
  });

  it("is in colour and draws a bar on a terminal alone", async () => {
    const files = { "a.txt": CLEAN, "b.txt": CLEAN };
    const plain = await run(["check", "a.txt", "b.txt"], { files });
    expect(plain.out + plain.err).not.toContain("\u001b");
    const shown = await run(["check", "a.txt", "b.txt"], { files, terminal: true });
    expect(shown.out).toContain("\u001b[1ma.txt\u001b[22m");
    expect(shown.err).toContain("[............");
    expect(shown.err.endsWith("\r\u001b[K")).toBe(true);
  });
});

describe("many documents on several cores", () => {
  const names = Array.from({ length: 9 }, (_, i) => `${i}.txt`);
  const files = Object.fromEntries(names.map((name, i) => [name, i % 3 === 0 ? SALES : i % 3 === 1 ? CLEAN : NO_TEXT]));
  const args = [...names.toReversed(), "missing.txt"];

  it.each([["--json"], ["--csv"], ["--sarif"], ["--except=weekday-differs"]])(
    "give the same bytes as on one: %s",
    async (form) => {
      const one = await run(["check", form, ...args], { files });
      const three = await run(["check", form, ...args], { files, cores: 3 });
      expect(one.workers.started).toBe(0);
      expect(three.workers).toMatchObject({ started: 3, ended: 3, busiest: 3 });
      expect({ ...three, workers: 0 }).toEqual({ ...one, workers: 0 });
    },
  );

  it("cost only its own document an answer where one of them ends a worker", async () => {
    const { out, err, status, workers } = await run(["check", "--json", ...args], { files, cores: 2, deadly: "4.txt" });
    expect(reports(out).map((report) => report.path)).toEqual(args);
    const crashed = reports(out).filter((report) => report.refused?.code === "internal-error");
    expect(crashed).toMatchObject([{ path: "4.txt", refused: { message: expect.stringContaining("out of memory") } }]);
    expect(err).toContain("this is a bug of Tickmark's own: Error: the worker is out of memory");
    expect(status).toBe(3);
    expect(workers).toMatchObject({ started: 3, ended: 3 });
  });

  it("start no worker for a single document, for standard input, and where one at a time is asked for", async () => {
    const machine = { files, cores: 4, input: CLEAN };
    expect((await run(["check", "1.txt"], machine)).workers.started).toBe(0);
    expect((await run(["check", "--workers", "1", ...args], machine)).workers.started).toBe(0);
    const mixed = await run(["check", "--json", "1.txt", "-", "4.txt"], machine);
    expect(reports(mixed.out).map((report) => report.path)).toEqual(["1.txt", "-", "4.txt"]);
    expect(mixed).toMatchObject({ status: 0, workers: { started: 0 } });
  });

  it("start no more workers than there are documents", async () => {
    expect((await run(["check", "0.txt", "1.txt"], { files, cores: 64 })).workers.started).toBe(2);
    expect((await run(["check", "--workers", "2", ...args], { files, cores: 64 })).workers.started).toBe(2);
  });

  it("end their workers where the reader of the output has gone", async () => {
    const { out, err, workers } = await run(["check", "--json", ...args], { files, cores: 2, takes: 2 });
    expect(reports(out).length).toBe(2);
    expect(err).toBe("");
    expect(workers.ended).toBe(workers.started);
  });
});

describe("the command line", () => {
  it.each([
    [["check"], "missing required argument 'file'"],
    [["check", "--jsno", "a.txt"], "unknown option '--jsno'"],
    [["chekc", "a.txt"], "unknown command 'chekc'"],
    [["check", "--csv", "--json", "a.txt"], "option '--json' cannot be used with option '--csv'"],
    [["check", "--only", "part-missing", "--except", "part-missing", "a.txt"], "cannot be used with option '--only"],
    [["check", "--workers", "none", "a.txt"], '--workers takes a number from 1 to 999, and not "none"'],
    [["check", "--only", "total-do-not-foot", "a.txt"], 'the nearest is total-does-not-foot, and "tickmark codes"'],
  ])("exits with 2 on %j, and says why", async (args, reason) => {
    const { err, out, status } = await run(args);
    expect(status).toBe(2);
    expect(err).toMatch(/^tickmark: error: /);
    expect(err).toContain(reason);
    expect(out).toBe("");
  });

  it("lists the codes of findings", async () => {
    expect((await run(["codes"])).out).toContain("part-missing (warning)\n    A table or a footnote");
  });

  it("tells what it can do, and its version", async () => {
    expect((await run(["--help"])).out).toContain("check [options] <file...>");
    for (const command of ["check", "close", "build", "facts", "trace"]) {
      const { out } = await run([command, "--help"]);
      expect(out).toContain("Exit status, the highest that applies:");
      expect(out).not.toMatch(/\(default: (?:false|\[\])\)/);
    }
    expect(await run(["--version"])).toMatchObject({ status: 0, out: "0.1.0\n", err: "" });
  });

  it("shows its help, with status 2, where no command is given", async () => {
    const { err, status } = await run([]);
    expect(status).toBe(2);
    expect(err).toContain("Usage: tickmark");
  });
});
