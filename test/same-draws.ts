import { configureGlobal } from "fast-check";

/** The seed of everything that is drawn in CI; undefined elsewhere. */
export const FIXED_SEED: number | undefined = process.env["CI"] === undefined ? undefined : 20_070_930;

/*
 * Property tests draw other cases on every run, so that they find what nobody thought of. In CI they draw the same ones every time: what fails
 * there was broken by the change at hand, and not by the luck of the draw.
 */
if (FIXED_SEED !== undefined) configureGlobal({ seed: FIXED_SEED });
