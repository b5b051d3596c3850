import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { verbatim } from "../text/printed.ts";
import { readBinding } from "./read-binding.ts";

const doc = readFileSync(fileURLToPath(new URL("../../docs/release.md", import.meta.url)), "utf8");
const [text = ""] = doc.split("## tables.yaml");

describe("every binding that docs/release.md shows", () => {
  const written = [...text.matchAll(/\{([a-zA-Z][^{}]*)\}/g)].map(([, between = ""]) => between);
  it("is one that can be read", () => {
    expect(written.length).toBeGreaterThan(20);
    // An ellipsis stands for words of the writer's own.
    const whole = written.map((one) => one.replace(": …", ": grew, fell, was flat"));
    expect(whole.filter((one) => !("binding" in readBinding(verbatim(one, 0, one.length))))).toEqual([]);
  });
});
