import { ordinal } from "../../calendar/date.ts";
import type { Period } from "../../calendar/period.ts";

/** How two periods agree: the same one; one is the close of the other; cannot be told; or they differ. */
export type Agreement = "same" | "close" | "unknown" | "different";

/** Days by which two ways of naming one period end may differ. */
const SLACK = 8;

export function timeAgreement(a: Period | undefined, b: Period | undefined): Agreement {
  if (a === undefined || b === undefined) return "unknown";
  if (Math.abs(ordinal(a.end) - ordinal(b.end)) > SLACK) return "different";
  if (a.start === undefined && b.start === undefined) return "same";
  if (a.start === undefined || b.start === undefined) return "close";
  return Math.abs(ordinal(a.start) - ordinal(b.start)) <= 2 * SLACK ? "same" : "different";
}
