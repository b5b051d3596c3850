import { describe, expect, it, vi } from "vitest";
import { anyCase, find, findAll, inSmall, says } from "./pattern.ts";

it("a text of a letter or two is not asked, and any longer one is", () => {
  const asked: string[] = [];
  const pattern = new (class extends RegExp {
    override exec(text: string): RegExpExecArray | null {
      asked.push(text);
      return super.exec(text);
    }
  })("ebit");
  expect(["", ".", "to", "ebit"].map((text) => says(pattern, text))).toEqual([false, false, false, true]);
  expect(["", "of", "an ebit"].map((text) => find(pattern, text)?.index)).toEqual([undefined, undefined, 3]);
  expect(asked).toEqual(["ebit", "an ebit"]);
});

it("all that a pattern finds is found in their order, and nothing in a short text", () => {
  expect(findAll(/\d/g, "1 or 2").map(([digit]) => digit)).toEqual(["1", "2"]);
  expect(findAll(/\d/g, "12")).toEqual([]);
});

describe("patterns of either case", () => {
  it("find what stands in capitals, and tell it as it stands", () => {
    const pattern = anyCase(/\badjusted (ebitda|net \w+)/d);
    expect(says(pattern, "the ADJUSTED Net Loss")).toBe(true);
    expect([...(find(pattern, "İn all, the Adjusted EBITDA margin") ?? [])]).toEqual(["Adjusted EBITDA", "EBITDA"]);
    expect(find(pattern, "İn all, the Adjusted EBITDA margin")?.index).toBe(12);
    expect(find(anyCase(/\bnet (?:loss)( was)?/d), "a Net Loss of")?.[1]).toBeUndefined();
    expect(findAll(anyCase(/\bnet (\w+)/dg), "Net Loss and NET Cash").map(([, what]) => what)).toEqual([
      "Loss",
      "Cash",
    ]);
  });
  it("keep each letter where it stood", () => {
    expect(inSmall("İZMİR Ltd")).toBe("İzmİr ltd");
    expect(inSmall("ÉTÉ Ltd")).toBe("été ltd");
  });
  it("are of small letters: in capitals they would find nothing", async () => {
    const asked: RegExp[] = [];
    vi.resetModules();
    vi.doMock("./pattern.ts", async (original) => {
      const own = await original<typeof import("./pattern.ts")>();
      const anyCase: typeof own.anyCase = (small) => {
        asked.push(small);
        return own.anyCase(small);
      };
      return { ...own, anyCase };
    });
    await import("./rules.ts");
    vi.doUnmock("./pattern.ts");
    expect(asked.length).toBeGreaterThan(500);
    const wrong = asked.filter(
      ({ source, flags }) => /[A-Z]/.test(source.replace(/\\u[\da-f]{4}|\\./gi, "")) || /[imuy]/.test(flags),
    );
    expect(wrong).toEqual([]);
  });
});
