import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Effects, processEffects } from "../src/cli/effects.ts";
import { main } from "../src/cli/main.ts";
import { proverHere } from "../src/cli/prover.ts";
import { machineRefusal } from "../src/text/thrown.ts";
import { HEAD, littleBooks, SALES } from "./journals.ts";
import { keptSink } from "./machine.ts";

/* Files and folders that vanish while a command is at them: taken away at one of its own steps, so that it is the same step every time. */

let folder = "";
let books = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tickmark-vanished-"));
  books = join(folder, "books");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Made once, since each listens to the streams of the process. */
const OWN = processEffects();

const vanish = (path: string): void => rmSync(join(folder, path), { recursive: true, force: true });

const workspace = (): void =>
  cpSync(fileURLToPath(new URL("../examples/millipore-2007-q3", import.meta.url)), books, { recursive: true });

interface Run {
  readonly status: number;
  readonly err: string;
}

async function run(args: readonly string[], other: (effects: Effects) => Partial<Effects> = () => ({})): Promise<Run> {
  let err = "";
  const sink = keptSink((text) => {
    err += text;
    return true;
  });
  const effects = { ...OWN, out: keptSink(() => true), err: sink, startProver: () => proverHere };
  const status = await main(args, { ...effects, ...other(effects) });
  return { status, err };
}

/** Takes `path` away when a close comes to a step. */
const goneAt =
  (step: string, path: string) =>
  ({ closing }: Effects): Partial<Effects> => ({
    closing: async () => {
      const module = await closing();
      return {
        ...module,
        closeBooks: (at, options) =>
          module.closeBooks(at, {
            ...options,
            progress: (now) => {
              if (now === step) vanish(path);
            },
          }),
      };
    },
  });

/** Every message that the command line may end with here: a path, what became of it, what to do; or a finding with its code. */
const SAID = /^tickmark: error(\[[a-z-]+\]|: \S+: nothing stands there \(any more\).* Put it back)/m;

function expectMessage({ status, err }: Run): void {
  expect(err).toMatch(SAID);
  expect(err).not.toMatch(/ENOENT|^\s+at |a bug of Tickmark/m);
  expect(status).toBe(2);
}

describe("a workspace that vanishes", () => {
  const commands: readonly (readonly string[])[] = [["close", "--workspace"], ["facts", "--workspace"], ["build"]];
  it.each(commands.flatMap((command) => ["settings", "journals"].map((step) => [command[0]!, step, command] as const)))(
    "is told of by %s, at the step %s",
    async (_name, step, command) => {
      workspace();
      const out = command[0] === "build" ? ["--out", join(folder, "out")] : [];
      expectMessage(await run([...command, books, ...out], goneAt(step, "books")));
    },
  );

  it("is told of by trace, when the journal lines behind its figure are asked for", async () => {
    workspace();
    const args = ["trace", "revenue", "--workspace", books, "--period", "2007-Q3"];
    expectMessage(await run(args, goneAt("measures", "books")));
  });

  it("is told of by build, when only its release has gone", async () => {
    workspace();
    const run1 = await run(["build", books, "--out", join(folder, "out")], goneAt("measures", "books/releases"));
    expect(run1.err).toContain("has no release; none has been begun");
    expect(run1.status).toBe(2);
  });

  it("is built all the same where nothing more is read of its books", async () => {
    workspace();
    const { status } = await run(["build", books, "--out", join(folder, "out")], goneAt("measures", "books/books"));
    expect(status).toBe(0);
  });
});

describe("a file of journals that vanishes", () => {
  const JOURNAL = "books/books/journals/2007/2007-P05.csv";

  it("before its folder is listed is missed by the totals that name it", async () => {
    workspace();
    const { status, err } = await run(["close", "--workspace", books], goneAt("journals", JOURNAL));
    expect(err).toContain("tickmark: error[load-file-missing]");
    expect(status).toBe(1);
  });

  /** What a warehouse says where `path` is taken away at one of its steps; `ingest` is as with large journals. */
  async function refusal(step: string, path: string, ingest: boolean): Promise<string | undefined> {
    const { workspace: journals } = await import("./journals.ts");
    const doubled = SALES.replaceAll(/^D/gm, "E").slice(HEAD.length);
    const open = journals({ "books/journals/a.csv": SALES, "books/journals/b.csv": `${HEAD}${doubled}` });
    try {
      const warehouse = await open.open({
        books: littleBooks,
        ingest,
        onProgress: ({ step: now }) => {
          if (now === step) rmSync(join(open.folder, path), { recursive: true, force: true });
        },
      });
      await warehouse.load();
      return "";
    } catch (error) {
      return machineRefusal(error);
    } finally {
      await open.end();
    }
  }

  it.each([
    ["between the listing and the reading", "read", "books/journals/b.csv", false, "b.csv"],
    ["with its folder", "read", "books", false, "a.csv"],
    ["between the reading and the look at its documents", "documents", "books/journals/a.csv", true, "a.csv"],
    ["with the copies that were made of it", "documents", ".tickmark", true, ".lines.parquet"],
    ["with the whole workspace", "add up", "", true, ""],
  ])("%s is named", async (_when, step, path, ingest, named) => {
    const said = await refusal(step, path, ingest);
    expect(said).toContain(": nothing stands there (any more)");
    expect(said).toContain(named);
  });
});

describe("a document that vanishes", () => {
  it("is refused by check, and the others are checked", async () => {
    const names = ["a.txt", "b.txt", "c.txt"].map((name) => join(folder, name));
    for (const name of names) cpSync(fileURLToPath(new URL("../package.json", import.meta.url)), name);
    let checked = 0;
    const { status, err } = await run(["check", "--json", "--workers", "1", folder], ({ files, out }) => ({
      files: {
        ...files,
        read: (path) => {
          checked++;
          if (path.endsWith("b.txt")) vanish("b.txt");
          return files.read(path);
        },
      },
      out,
    }));
    expect(checked).toBe(3);
    expect(err).toBe("");
    expect(status).toBe(2);
  });

  it("with its folder, while that is listed, is told of", async () => {
    mkdirSync(join(folder, "drafts"));
    expectMessage(
      await run(["check", join(folder, "drafts")], ({ files }) => ({
        files: {
          ...files,
          below: (path) => {
            vanish("drafts");
            return files.below(path);
          },
        },
      })),
    );
  });

  it("is told of where its binder is made", async () => {
    const path = join(folder, "a.txt");
    cpSync(fileURLToPath(new URL("../package.json", import.meta.url)), path);
    const { status, err } = await run(["studio", path, "--binder", join(folder, "binder.html")], ({ files }) => ({
      files: {
        ...files,
        identity: async (asked) => {
          const known = await files.identity(asked);
          if (asked === path) vanish("a.txt");
          return known;
        },
      },
    }));
    expect(err).toBe(`tickmark: error: There is no file ${path} any more.\n`);
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });
});

it("a mistake of ours shows its trace, over several lines, and status 3", async () => {
  const { status, err } = await run(["close", "--workspace", folder], () => ({
    closing: () => Promise.reject(new TypeError("nothing was there")),
  }));
  expect(err).toMatch(/^tickmark: error: this is a bug of Tickmark's own: TypeError: nothing was there\n +at /);
  expect(status).toBe(3);
});
