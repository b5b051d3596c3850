import { describe, expect, it } from "vitest";
import type { ReportFigure } from "../../tieout/report/report.ts";
import { STATES, type State } from "../state-words.ts";
import { type Indexed, stepped, toggled } from "./state.ts";

const figures = (["tied", "untied", undefined, "tied", "contradicted"] as const).map(
  (status, i): ReportFigure => ({
    id: `f${i}`,
    text: `${i}`,
    start: i * 10,
    end: i * 10 + 1,
    kind: status === undefined ? "date" : "count",
    where: { paragraph: 1 },
    ...(status === undefined ? {} : { status }),
  }),
);
const measurements = figures.filter(({ status }) => status !== undefined);
const index = {
  measurements,
  byId: new Map(figures.map((f) => [f.id, f])),
  rankOf: new Map(measurements.map((f, i) => [f.id, i])),
} as unknown as Indexed;
const all: ReadonlySet<State> = new Set(STATES);

describe("a step", () => {
  it("goes from one measurement to the next, and round at both ends", () => {
    expect(stepped(index, all, undefined, 1)).toBe("f0");
    expect(stepped(index, all, undefined, -1)).toBe("f4");
    expect(stepped(index, all, "f1", 1)).toBe("f3");
    expect(stepped(index, all, "f4", 1)).toBe("f0");
    expect(stepped(index, all, "f0", -1)).toBe("f4");
  });

  it("goes from a token that is no measurement to the one beside it", () => {
    expect(stepped(index, all, "f2", 1)).toBe("f3");
    expect(stepped(index, all, "f2", -1)).toBe("f1");
  });

  it("passes over the states that are filtered out, and stays where there are no others", () => {
    expect(stepped(index, new Set(["tied"]), "f0", 1)).toBe("f3");
    expect(stepped(index, new Set(["attainable"]), "f0", 1)).toBeUndefined();
    expect(stepped({ ...index, measurements: [] }, all, undefined, 1)).toBeUndefined();
  });
});

describe("a filter", () => {
  it("goes from all to one alone, then takes others in and out, and is never empty", () => {
    const letters = ["a", "b", "c"] as const;
    const press = (on: ReadonlySet<string>, one: string) => toggled(on, letters, one);
    const one = press(new Set(letters), "b");
    expect([...one]).toEqual(["b"]);
    const two = press(one, "c");
    expect([...two]).toEqual(["b", "c"]);
    expect([...press(two, "b")]).toEqual(["c"]);
    expect([...press(one, "b")]).toEqual([...letters]);
  });
});
