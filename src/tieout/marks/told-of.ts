import type { Finding } from "../../finding.ts";
import { whereOf } from "./_void.ts";
import type { Mark } from "./mark.ts";

/** What a report says of a mark itself: that it is void, or has nothing to do; undefined where it is in force. */
export const toldOf = (mark: Mark, findings: readonly Finding[]): Finding | undefined =>
  findings.find(
    ({ code, message }) =>
      (code === "mark-void" || code === "mark-without-effect") && message.startsWith(`${whereOf(mark)}, `),
  );
