import { defineConfig, type ViteUserConfig } from "vitest/config";

const project = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, setupFiles: ["test/same-draws.ts"] },
});

/** What a longer search for faults adds to the time of its tests. */
const longer = 1000 * Number(process.env["TICKMARK_FUZZ_SECONDS"] ?? 0);

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      project("unit", ["src/**/*.test.ts", "test/*.test.ts"], 60_000),
      project("fuzz", ["test/fuzz/**/*.test.ts"], 300_000 + longer),
      project("browser", ["test/browser/**/*.test.ts"], 120_000),
      project("shared", ["test/shared/**/*.test.ts"], 600_000 + longer),
    ],
  },
});
export default config;
