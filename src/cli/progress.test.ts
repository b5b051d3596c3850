import { describe, expect, it } from "vitest";
import { bar } from "./progress.ts";

describe("the progress bar", () => {
  it("fills with the documents that are done", () => {
    expect(bar(0, 4, "a.txt", 80)).toBe("[........................] 0/4 a.txt");
    expect(bar(3, 4, "d.txt", 80)).toBe("[##################......] 3/4 d.txt");
  });

  it("stays on one line, however long the path and narrow the terminal", () => {
    expect(bar(1, 2, "x".repeat(500), 60).length).toBeLessThan(60);
  });
});
