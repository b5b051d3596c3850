import { render } from "preact";
import type { Evidence } from "../evidence.ts";
import { layOut } from "./lay-out.ts";
import { wearTheme } from "./theme.tsx";
import { Viewer } from "./viewer.tsx";

const app = document.getElementById("app");
const page = document.getElementById("document");
const carried = document.getElementById("evidence");
if (app !== null && page !== null && carried !== null) {
  const evidence = JSON.parse(carried.textContent ?? "") as Evidence;
  layOut(page);
  wearTheme();
  document.body.classList.add("alive");
  render(<Viewer evidence={evidence} page={page} />, app);
}
