import { expect, test } from "vitest";
import { bundle } from "./bundle.ts";

test("the library bundled for a browser stands on nothing that only Node has", async () => {
  const { code, outside } = await bundle();
  expect(outside).toEqual([]);
  expect(code).not.toMatch(/["'`]node:/);
  expect(code).not.toMatch(/\brequire\(|\bprocess\.(?!env\.NODE_ENV)|\bBuffer\./);
  expect(code).toContain("tickmark-report/1");
});
