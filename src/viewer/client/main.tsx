import { render } from "preact";
import type { Evidence } from "../evidence.ts";
import { Viewer } from "./viewer.tsx";

const app = document.getElementById("app");
const page = document.getElementById("document");
const carried = document.getElementById("evidence");
if (app !== null && page !== null && carried !== null) {
  const evidence = JSON.parse(carried.textContent ?? "") as Evidence;
  document.body.classList.add("alive");
  render(<Viewer evidence={evidence} page={page} />, app);
}
