import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FINDING_CODES } from "../finding-code.ts";

it("every code that this room makes is provoked by a test of it", () => {
  const names = readdirSync(new URL("./", import.meta.url));
  const textOf = (isWanted: (name: string) => boolean): string =>
    names.flatMap((name) => (isWanted(name) ? [readFileSync(new URL(name, import.meta.url), "utf8")] : [])).join("\n");
  const made = textOf((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const tests = textOf((name) => name.endsWith(".test.ts"));
  const silent = Object.keys(FINDING_CODES).filter(
    (code) => made.includes(`"${code}"`) && !new RegExp(`"${code}[" ]`).test(tests),
  );
  expect(silent).toEqual([]);
});
