import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { processEffects } from "../src/cli/effects.ts";
import { main } from "../src/cli/main.ts";
import { keptSink } from "./machine.ts";

/* `tickmark build --watch` over a copy of an example, as a browser sees it. */

const RELEASE = "releases/2025-q4/release.md";
let folder = "";
let end = (): void => {};
let command: Promise<number> | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tickmark-watch-"));
  const example = fileURLToPath(new URL("../examples/brackenholt-2025-q4", import.meta.url));
  cpSync(example, join(folder, "books"), { recursive: true });
});
afterEach(async () => {
  end();
  await command;
  rmSync(folder, { recursive: true, force: true });
});

interface News {
  readonly version: number;
  readonly state: string;
  readonly said: readonly string[];
}

/** Starts the command; gives the address of the preview. */
async function watching(): Promise<string> {
  let told = "";
  const url = new Promise<string>((resolve) => {
    const err = keptSink((text) => {
      told += text;
      const [, address] = /Preview: (\S+)\n/.exec(told) ?? [];
      if (address !== undefined) resolve(address);
      return true;
    });
    const interrupted = new Promise<void>((stop) => {
      end = stop;
    });
    const args = ["build", join(folder, "books"), "--out", join(folder, "out"), "--watch"];
    command = main(args, { ...processEffects(), out: keptSink(() => true), err, interrupted: () => interrupted });
  });
  return url;
}

const pageOf = (address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request(address, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        body += part;
      });
      response.on("end", () => resolve(body));
    })
      .on("error", reject)
      .end();
  });

/** What comes over the line from now on, one after the other. */
function newsOf(address: string): (isIt: (news: News) => boolean) => Promise<News> {
  const come: News[] = [];
  let look = (): void => {};
  const sent = request(`${address}news`, (response) => {
    let body = "";
    response.setEncoding("utf8").on("data", (part: string) => {
      body += part;
      const pieces = body.split("\n\n");
      body = pieces.pop()!;
      for (const piece of pieces) if (piece.startsWith("data: ")) come.push(JSON.parse(piece.slice(6)));
      look();
    });
  });
  sent.on("error", () => {});
  sent.end();
  return (isIt) =>
    new Promise((resolve) => {
      look = () => {
        for (let news = come.shift(); news !== undefined; news = come.shift()) if (isIt(news)) return resolve(news);
      };
      look();
    });
}

const change = (path: string, from: string, to: string): void => {
  const file = join(folder, "books", path);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};

it("shows each save before it is proved, and never says of a page what is true of another", async () => {
  const address = await watching();
  const next = newsOf(address);
  const first = await next(({ state }) => state === "proved");
  expect(first.said[0]).toMatch(/^Proved: (\d+) of \1 printed numbers recomputed, every output read back; 0 errors, /);
  expect(await pageOf(address)).toContain("€73.1 million");

  change(RELEASE, "{revenue}. Without", "{revenue | millions 1}. Without");
  const proving = await next(({ state }) => state === "proving");
  expect(proving.version).toBe(first.version + 1);
  expect(await pageOf(address)).toContain("€73 million");
  expect((await next(({ state }) => state === "proved")).version).toBe(proving.version);
  expect(readFileSync(join(folder, "out", "release.txt"), "utf8")).toContain("€73 million");

  // The books: a page that stands on other ones says that it does, until there is a newer.
  change("books/rates.csv", "USD,2025-P12,average", "USD,2025-P99,average");
  const wrong = await next(({ state }) => state === "wrong");
  expect(wrong.version).toBe(proving.version);
  expect(wrong.said).toContain("The page that stands here is an older one.");
  change("books/rates.csv", "USD,2025-P99,average", "USD,2025-P12,average");
  expect((await next(({ state }) => state === "proved")).version).toBe(proving.version + 1);

  // The text: an error in it is told with the page, which is the newest.
  change(RELEASE, "{revenue | millions 1}. Without", "$73 million. Without");
  const typed = await next(({ state }) => state === "wrong");
  expect(typed.version).toBe(proving.version + 2);
  expect(typed.said.join("\n")).toContain("is typed here, and bound to no fact");
  end();
  expect(await command).toBe(0);
}, 120_000);
