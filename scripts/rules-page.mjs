// Writes docs/rules.md from the records of the rules. Run it after `tsc -p tsconfig.build.json`: node scripts/rules-page.mjs
import { writeFileSync } from "node:fs";

const { rulesPage } = await import("../dist/rules/page.js");
writeFileSync(new URL("../docs/rules.md", import.meta.url), rulesPage());
