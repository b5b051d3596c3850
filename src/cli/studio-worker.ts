import { deskAnswers } from "../studio/desk-answer.ts";
import type { DeskAsk } from "../studio/desk-ask.ts";
import { answerAsked } from "./asked-thread.ts";

// A thread that checks the documents of a studio, one question after the other.
const answer = deskAnswers();
answerAsked((ask) => answer(ask as DeskAsk));
