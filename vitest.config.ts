import { defineConfig, type ViteUserConfig } from "vitest/config";

const project = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, setupFiles: ["test/same-draws.ts"] },
});

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      project("unit", ["src/**/*.test.ts", "test/*.test.ts"], 60_000),
      project("fuzz", ["test/fuzz/**/*.test.ts"], 300_000),
      project("browser", ["test/browser/**/*.test.ts"], 120_000),
      project("shared", ["test/shared/**/*.test.ts"], 600_000),
    ],
  },
});
export default config;
