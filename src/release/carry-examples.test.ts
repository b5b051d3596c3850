import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { settingsValue } from "../text/settings.ts";
import { carriedFrom, carryRelease } from "./carry.ts";
import { type CarryStep, movedCode, quarterBehind } from "./carry-period.ts";
import { periodCodesOf } from "./read-binding.ts";
import type { TextInline } from "./release-text.ts";
import type { ReleaseFile } from "./table-source.ts";
import { parseReleaseText } from "./text.ts";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));

/** The releases of the examples: their folders, relative to examples/. */
const folders = readdirSync(examples, { withFileTypes: true })
  .map(({ name }) => `${name}/releases`)
  .filter((path) => existsSync(`${examples}${path}`))
  .flatMap((path) => readdirSync(`${examples}${path}`).map((name) => `${path}/${name}`))
  .filter((path) => existsSync(`${examples}${path}/release.md`));

const fileOf = (folder: string, name: string): ReleaseFile | undefined =>
  existsSync(`${examples}${folder}/${name}`)
    ? { path: `releases/x/${name}`, text: readFileSync(`${examples}${folder}/${name}`, "utf8") }
    : undefined;

/** The bindings of a text, each by its kind and the codes that it names. */
function bindingsOf({ path, text }: ReleaseFile): readonly (readonly string[])[] {
  const blocks = parseReleaseText(path, text).value?.blocks ?? [];
  const contents = blocks.flatMap((block): readonly (readonly TextInline[])[] =>
    block.kind === "list" ? block.items : block.kind === "directive" ? [] : [block.content],
  );
  return contents.flatMap((content) =>
    content.flatMap((inline) =>
      inline.kind === "binding"
        ? [[inline.binding.kind, ...periodCodesOf(inline.binding).map(({ text: code }) => code)]]
        : [],
    ),
  );
}

const codesOf = ({ path, text }: ReleaseFile): readonly string[] =>
  parseReleaseText(path, text).findings.map(({ code }) => code);

describe("a release of the examples", () => {
  it("is there", () => {
    expect(folders).toContain("millipore-2007-q3/releases/2007-q3");
  });
  it.each(folders)("%s is carried to the next quarter with every binding and table moved", (folder) => {
    const release = fileOf(folder, "release.md")!;
    const from = carriedFrom(release).value!.period;
    const step: CarryStep = { from, to: quarterBehind(from, 1)!, quarters: 1 };
    const calendar = { months: [] };
    const { files, notes } = carryRelease({
      files: {
        release,
        tables: fileOf(folder, "tables.yaml"),
        call: fileOf(folder, "call.yaml"),
        marks: fileOf(folder, "marks.yaml"),
      },
      step,
      calendar,
      folder: "releases/y",
    });
    const made = files.find(({ path }) => path === "releases/y/release.md")!;
    const dated: ReleaseFile = { ...made, text: made.text.replace(/^date: .*$/m, "date: 2000-01-01") };
    const before = bindingsOf(release);
    expect(before.length).toBeGreaterThan(0);
    expect(bindingsOf(dated)).toEqual(
      before.map(([kind, ...codes]) => [kind, ...codes.map((code) => movedCode(code, step, calendar))]),
    );
    expect(codesOf(dated)).toEqual(codesOf(release));
    for (const { path, text } of files.filter((file) => file.path.endsWith(".yaml")))
      expect([path, settingsValue(text, { all: "", one: "", divide: "", second: ["", ""] }).troubles]).toEqual([
        path,
        [],
      ]);
    for (const quotation of made.text.matchAll(/(?:^|\n)(?!>)[^\n]*\n> /g))
      expect(made.text.slice(quotation.index + quotation[0].length)).toMatch(/^\[\[carried over from /);
    const marks = files.reduce((sum, { text }) => sum + text.split("[[carried over").length - 1, 0);
    expect(notes.filter(({ kind }) => kind === "marked")).toHaveLength(marks);
  });
});
