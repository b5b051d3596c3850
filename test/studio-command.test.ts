import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentView } from "../src/studio/desk-view.ts";
import { commandIn } from "./bundle.ts";
import { FIRST } from "./drafts.ts";
import { run } from "./machine.ts";

/* The studio in a process of its own, on the disk and with its true thread. */
const folder = mkdtempSync(join(tmpdir(), "tickmark-studio-command-"));
const desk = join(folder, "desk");
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

beforeAll(async () => {
  await commandIn(folder, ["studio-worker"]);
  mkdirSync(desk);
  writeFileSync(join(desk, "q1.txt"), FIRST);
});

/** Starts a studio; gives its address, a session with it, and its end. */
const opened = (...args: readonly string[]) => openedBy(process.execPath, join(folder, "run.js"), "studio", ...args);

async function openedBy(command: string, ...args: readonly string[]) {
  const child = spawn(command, args);
  started.push(child);
  const address = await new Promise<string>((resolve, reject) => {
    let told = "";
    child.stdout.on("data", (part: Buffer) => {
      told += String(part);
      const found = /http:\S+/.exec(told)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.stderr.on("data", (part: Buffer) => reject(new Error(String(part))));
  });
  const { origin } = new URL(address);
  const entered = await fetch(address, { redirect: "manual" });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  const ask = (path: string, body?: object): Promise<Response> =>
    fetch(origin + path, {
      method: body === undefined ? "GET" : "POST",
      headers: { cookie, origin, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  return { child, ask, ended };
}

describe("tickmark studio", () => {
  it("checks in a thread, writes beside the document as everyone who may read the folder expects, and ends when it is told to", async () => {
    const { child, ask, ended } = await opened(desk);
    const view = (await (await ask("/api/documents/d1")).json()) as DocumentView;
    expect(view.evidence.report.summary.errors).toBe(1);
    const act = { revision: view.revision, reason: "Left out on purpose.", author: "R. Lie" };
    const marked = (await (
      await ask("/api/documents/d1/marks", { kind: "waive", finding: 0, ...act })
    ).json()) as DocumentView;
    expect(marked.evidence.report.summary).toMatchObject({ errors: 0, waived: 1 });
    await ask("/api/documents/d1/signoffs", { figures: "document", by: "R. Lie", note: "", revision: marked.revision });
    // Only what is meant to be there: nothing half written is left.
    expect(readdirSync(desk).sort()).toEqual(["marks.yaml", "q1.txt", "signoffs.jsonl"]);
    expect(statSync(join(desk, "marks.yaml")).mode & 0o777).toBe(0o666 & ~process.umask());
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  it("answers on while a document is checked", async () => {
    const large = join(folder, "large.txt");
    writeFileSync(large, FIRST.repeat(40));
    const { child, ask, ended } = await opened(large);
    const order: string[] = [];
    const slow = ask("/api/documents/d1").then(async (answer) => {
      await answer.text();
      order.push("document");
    });
    for (let i = 0; i < 3; i++) expect((await ask("/api/desk")).status).toBe(200);
    order.push("desk");
    await slow;
    expect(order).toEqual(["desk", "document"]);
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  it("leaves no half of a sign-off where the disk has no room for it", async () => {
    const full = join(folder, "full");
    mkdirSync(full);
    writeFileSync(join(full, "q1.txt"), FIRST);
    const limited = 'ulimit -f 2; exec "$0" "$@"';
    const { child, ask, ended } = await openedBy(
      "sh",
      "-c",
      limited,
      process.execPath,
      join(folder, "run.js"),
      "studio",
      full,
    );
    const path = join(full, "signoffs.jsonl");
    let before = "";
    for (let status = 200; status === 200; ) {
      before = existsSync(path) ? readFileSync(path, "utf8") : "";
      const { revision } = (await (await ask("/api/documents/d1")).json()) as DocumentView;
      const act = { figures: "document", by: "R. Lie", note: "x".repeat(200), revision };
      ({ status } = await ask("/api/documents/d1/signoffs", act));
      expect(before.length).toBeLessThan(4096);
    }
    expect(before).toMatch(/^\{.*\}\n/);
    expect(readFileSync(path, "utf8")).toBe(before);
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  it("writes the binder without opening a desk", () => {
    const to = join(folder, "binder.html");
    const args = [join(folder, "run.js"), "studio", join(desk, "q1.txt"), "--binder", to];
    const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect([status, stderr, stdout]).toEqual([0, "", `The binder of ${join(desk, "q1.txt")} is in ${to}.\n`]);
    expect(readFileSync(to, "utf8")).toContain("Left out on purpose.");
    expect(spawnSync(process.execPath, args).status).toBe(0);
  });
});

describe("what cannot be opened is said, and nothing is", () => {
  it.each([
    [["none.txt"], "none.txt: there is no file of this name"],
    [["locked.txt"], "locked.txt: it cannot be read: this user may not read or write it"],
    [["-"], "standard input cannot be reviewed"],
    [["empty"], "empty has no document in it"],
    [["q1.txt", "q2.txt", "--binder", "b.html"], "--binder binds one document, and 2 are named"],
    [["q1.txt", "--binder", "q1.txt"], "--binder q1.txt would write over q1.txt, which this command reads"],
    [["q1.txt", "--binder", "./marks.yaml"], "--binder ./marks.yaml would write over marks.yaml"],
    [["q1.txt", "--binder", "signoffs.jsonl"], "--binder signoffs.jsonl would write over signoffs.jsonl"],
    [["one", "--binder", "one/b.html"], "--binder one/b.html lies in one, whose pages would be checked the next time"],
    [["q1.txt", "--binder", "empty/a.png"], "would write over empty/a.png, which is no page of Tickmark's"],
    [["--port", "99999"], '--port takes a number from 0 to 65535, and not "99999"'],
  ])("%j", async (args, message) => {
    const files = { "q1.txt": FIRST, "q2.txt": FIRST, "locked.txt": "x", "empty/a.png": "x", "one/q1.txt": FIRST };
    const { status, out, err } = await run(["studio", ...args], files);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  it("a port that is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { status, out, err } = await run(["studio", "--port", String(port)], {});
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(`port ${port} is taken; --port 0 takes any that is free`);
    other.close();
  });
});
