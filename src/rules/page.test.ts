import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rulesPage } from "./page.ts";

it("docs/rules.md is what the records of the rules say", () => {
  expect(readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8")).toBe(rulesPage());
});
