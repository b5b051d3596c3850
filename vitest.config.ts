import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["test/shared/**", "test/browser/**", "test/fuzz/**"],
    testTimeout: 60_000,
  },
});
export default config;
