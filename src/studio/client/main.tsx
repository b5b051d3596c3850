import { render } from "preact";
import { App } from "./app.tsx";

const app = document.getElementById("app");
const page = document.getElementById("document");
const earlier = document.getElementById("earlier");
if (app !== null && page !== null && earlier !== null) {
  app.replaceChildren();
  render(<App page={page} earlier={earlier} />, app);
}
