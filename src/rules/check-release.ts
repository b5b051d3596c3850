import { type CheckOptions, checkRelease as tieOutRelease } from "../tieout/check.ts";
import type { Report } from "../tieout/report/report.ts";
import { rulesBy } from "./rules.ts";

/**
 * Ties out one document and reads it by the rules of disclosure: bytes in, the object of `tickmark check --json` out. Bad input is
 * refused in the report; nothing throws.
 */
export const checkRelease = (bytes: Uint8Array, options: CheckOptions = {}): Report =>
  tieOutRelease(bytes, { rules: rulesBy(), ...options });
