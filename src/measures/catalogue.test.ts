import { expect, it } from "vitest";
import { littleBooks } from "../../test/little-books.ts";
import { catalogue } from "./catalogue.ts";

it("no two measures of the catalogue have one name, and none has a title or a definition that is missing", () => {
  const measures = catalogue(littleBooks({}).books.company);
  const names = measures.map((measure) => measure.name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(measures.filter((measure) => measure.title === "" || measure.text === "")).toEqual([]);
  expect(names.length).toBeGreaterThan(400);
});
