import { type ReadBack, reportOf } from "../readback/report-of.ts";
import { answerAsked } from "./asked-thread.ts";

// A thread that reads outputs of a release back, while others are read elsewhere.
answerAsked((ask) => reportOf(ask as ReadBack));
