import { configureGlobal } from "fast-check";

/*
 * Property tests draw other cases on every run, so that they find what nobody thought of. In CI they draw the same ones every time: what fails
 * there was broken by the change at hand, and not by the luck of the draw.
 */
if (process.env["CI"] !== undefined) configureGlobal({ seed: 20_070_930 });
