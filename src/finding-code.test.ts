import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { FINDING_CODES } from "./finding-code.ts";

const folder = fileURLToPath(new URL("./", import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && path !== "finding-code.ts")
  .map((path) => readFileSync(join(folder, path), "utf8"))
  .join("\n");

// That no other code is made, the compiler sees to; here is the other half.
it("every code of the list is made somewhere", () => {
  expect(Object.keys(FINDING_CODES).filter((code) => !sources.includes(`"${code}"`))).toEqual([]);
});

it("every code has a meaning in one sentence", () => {
  for (const [, meaning] of Object.values(FINDING_CODES)) expect(meaning).toMatch(/^[A-Z][^.]*\.$/);
});
