import { describe, test } from "vitest";
import { damagedPage, noise, page } from "./page.ts";
import { trial } from "./trial.ts";

/*
 * Documents of our own making, for a minute in all (in CI always the same ones): whatever they are, the check ends, throws nothing, keeps the promises of
 * the report, and says the same thing twice.
 */
describe("the check keeps its promises", () => {
  test("on pages that copy the habits of real ones", () => {
    trial("pages", { time: 0.3, documents: 400 }, page);
  });

  test("on such pages damaged", () => {
    trial("damaged pages", { time: 0.5, documents: 1000 }, damagedPage);
  });

  test("on bytes that are no page", () => {
    trial("noise", { time: 0.2, documents: 500 }, noise);
  });
});
