import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { FIRST } from "../drafts.ts";
import { type Browser, type ContextOptions, DESK, hasChromium, launched, PHONE, violations } from "./chromium.ts";
import { drop, entered as enteredBy, has, stopStudios, studio } from "./desk.ts";

// The studio as it is built, in a browser: whoever runs the tests builds first.
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tickmark-studio-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(stopStudios);

describe.skipIf(!hasChromium)("the studio", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  });
  afterAll(() => browser.close());
  const entered = (address: string, options: ContextOptions = {}) => enteredBy(browser, address, options);

  it("lets a reviewer find a planted error by keyboard alone, waive it, sign off, see that go void, and take the binder along", async () => {
    const { page, events } = await entered(await studio());
    await has(page, "Nothing leaves this machine");
    await drop(page, "q1.txt", FIRST);
    await page.waitForSelector("#document .figure");
    // The error: what is wrong, with both numbers, beside the figure on the page.
    await page.keyboard.press("e");
    expect(await page.textContent(".right .print")).toBe("232.3");
    expect(await page.textContent(".right .state")).toContain("contradicted");
    expect(await page.textContent(".right .finding")).toContain("North + South + West = Total sales");
    // Waived, by a form that the keyboard reaches and leaves.
    await page.keyboard.press("w");
    await page.keyboard.type("The fourth region is left out on purpose.");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ragna Lie");
    await page.keyboard.press("Enter");
    await has(page, "The finding is waived.", ".told");
    expect(await page.textContent(".right .state")).not.toContain("contradicted");
    expect(await page.textContent(".right .decided")).toContain("The fourth region is left out on purpose.");
    // Signed off; the name is known by now.
    await page.keyboard.press("s");
    await page.keyboard.type("agreed to the ledger");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector(".right .signoff.in-force");
    expect(await page.textContent(".right .signoff")).toContain("agreed to the ledger");
    // The next draft has another figure there: both decisions are void, and say why.
    await drop(page, "q1.txt", FIRST.replace("232.3", "223.3"));
    await page.keyboard.press("d");
    await has(page, "It was signed as $232.3; $223.3 stands there now.", ".desk");
    await has(page, "it prints $223.3 now", ".desk .mark");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".desk", { state: "detached" });
    // What moved, and what that mended.
    await page.keyboard.press("v");
    await page.keyboard.press("n");
    expect(await page.textContent(".drafts .moved")).toContain("$232.3");
    expect(await page.evaluate(`document.querySelectorAll("#earlier .chosen, #document .chosen").length`)).toBe(2);
    await has(page, "total does not foot", ".drafts");
    await page.keyboard.press("v");
    const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("b")]);
    expect(saved.suggestedFilename()).toBe("q1-binder.html");
    const binder = readFileSync(await saved.path(), "utf8");
    for (const words of ["The fourth region is left out on purpose.", "signature void", "Hash of the last"])
      expect(binder).toContain(words);
    expect(events).toEqual([]);
    writeFileSync(join(folder, "binder.html"), binder);
    await page.goto(`file://${join(folder, "binder.html")}`);
    expect(await violations(page)).toEqual([]);
  });

  it("says of a document that cannot be read why, and of two drafts that one of them cannot", async () => {
    const { page, events } = await entered(await studio());
    await drop(page, "q1.txt", "\0\u0001\0binary\0".repeat(50));
    await has(page, "This document cannot be read.", "#document");
    await drop(page, "q1.txt", FIRST);
    await page.waitForSelector("#document .figure");
    await page.keyboard.press("v");
    await has(page, "The earlier draft cannot be read.", ".drafts");
    expect(events).toEqual([]);
  });

  it("notices that a file was saved again, and writes what is decided beside it", async () => {
    const path = join(folder, "q3.txt");
    copyFileSync(join(root, "examples/halvorsen-2007-q3-draft.txt"), path);
    const { page, events } = await entered(await studio(path));
    await page.waitForSelector("#document .figure");
    await page.keyboard.press("e");
    await page.keyboard.press("q");
    await page.keyboard.type("Are two digits exchanged here?");
    await page.keyboard.press("Tab");
    await page.keyboard.type("P. Raman");
    await page.keyboard.press("Enter");
    await has(page, "Question is kept", ".told");
    expect(readFileSync(join(folder, "marks.yaml"), "utf8")).toContain("text: Are two digits exchanged here?");
    writeFileSync(path, readFileSync(path, "utf8").replace("64.2", "62.4"));
    await has(page, "was checked again: 1 figure moved", ".told");
    expect(await page.textContent(".right .print")).toBe("62.4");
    expect(events).toEqual([]);
  });

  it("waives what a rule finds at words, by keyboard alone, and shows it waived there", async () => {
    const { page, events } = await entered(await studio());
    await page.waitForSelector(".first");
    await page.click("text=Open its draft, with a mistake to find");
    await page.waitForSelector("#document .figure");
    await page.keyboard.press("e");
    await page.keyboard.press("e");
    expect(await page.textContent("#document .chosen")).toBe("constant currency");
    await page.keyboard.press("w");
    await page.keyboard.type("The footnote of the tables defines it.");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ragna Lie");
    await page.keyboard.press("Enter");
    await has(page, "The finding is waived.", ".told");
    expect(await page.textContent(".right .waived-why")).toBe("Waived: The footnote of the tables defines it.");
    expect(await page.evaluate(`document.querySelector("#document .chosen").dataset.severity`)).toBe("waived");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("constant currency");
    expect(await violations(page)).toEqual([]);
    expect(events).toEqual([]);
  });

  it("takes a relation that was pointed at on the page", async () => {
    const { page, events } = await entered(await studio());
    await drop(page, "q1.txt", FIRST);
    await page.waitForSelector("#document .figure");
    const figure = (text: string): string => `#document .figure >> text="${text}"`;
    await page.click(figure("150.1"));
    await page.keyboard.press("r");
    await page.keyboard.press("Enter");
    for (const text of ["73.2", "223.3"]) await page.click(`#document .figure:text-is("${text}") >> nth=-1`);
    expect(await page.textContent(".pointed")).toContain("Total sales 223.3 (the result)");
    await page.click("text=Go on");
    await page.keyboard.type("Pumps and valves are all there is.");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ragna Lie");
    await page.keyboard.press("Enter");
    await has(page, "The relation is added.", ".told");
    expect(await page.textContent(".right .decided")).toContain("Pumps and valves are all there is.");
    expect(events).toEqual([]);
  });

  it.each([
    ["light", DESK],
    ["dark", PHONE],
  ] as const)(
    "breaks no rule of accessibility in %s at %o, and does not scroll sideways",
    async (colorScheme, viewport) => {
      const { page, events } = await entered(await studio(), { colorScheme, viewport });
      await page.waitForSelector(".first");
      expect(await violations(page)).toEqual([]);
      await page.click("text=Open its draft, with a mistake to find");
      await page.waitForSelector("#document .figure");
      await page.keyboard.press("e");
      for (const key of ["a", "Escape", "r", "Escape"]) await page.keyboard.press(key);
      await page.keyboard.press("s");
      await page.keyboard.type("agreed");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Ragna Lie");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".signoff");
      await page.keyboard.press("w");
      await page.waitForSelector(".decide");
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("d");
      await page.waitForSelector(".desk");
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await drop(
        page,
        "halvorsen-2007-q3-draft.txt",
        readFileSync(join(root, "examples/halvorsen-2007-q3.txt"), "utf8"),
      );
      await page.waitForSelector("text=Two drafts");
      await page.keyboard.press("v");
      await page.waitForSelector(".drafts");
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(viewport.width);
      expect(events).toEqual([]);
    },
  );

  it("shows a hostile release, and nothing of it runs, asks or hides", async () => {
    const hostile = `<html><head><title>x</title><meta http-equiv="refresh" content="0;url=http://evil.example/"><base href="http://evil.example/">
      <link rel="stylesheet" href="http://evil.example/a.css"><style>@import url(http://evil.example/b.css); body{display:none}</style>
      <script>window.owned = 1; fetch("http://evil.example/")</script></head>
      <body onload="window.owned=2"><img src="http://evil.example/i.png" onerror="window.owned=3"><svg onload="window.owned=4"><script>window.owned=5</script></svg>
      <iframe src="http://evil.example/f"></iframe><form action="http://evil.example/"><input autofocus onfocus="window.owned=6"></form>
      <a href="javascript:window.owned=7">Revenue</a> was $1.0 million. <div style="position:fixed;inset:0;background:url(http://evil.example/c)">over all</div>
      <table><tr><td>A</td><td id="app">1.0</td></tr><tr><td>B</td><td class="figure" id="f1">2.0</td></tr><tr><td>Total</td><td>3.0</td></tr></table></body></html>`;
    const { page, events } = await entered(await studio());
    await drop(page, `<img src=x onerror="window.owned=8">.htm`, hostile);
    await page.waitForSelector("#document .figure");
    for (const key of ["n", "n", "d"]) await page.keyboard.press(key);
    await page.waitForSelector(".desk");
    expect(await page.evaluate("window.owned")).toBeUndefined();
    const inside = `document.querySelectorAll("#document :is(script, style, iframe, form, input, img, svg, a, base, link, meta, [onload], [onerror], [onfocus])").length`;
    expect(await page.evaluate(inside)).toBe(0);
    const styles = await page.evaluate<string>(
      `document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join()`,
    );
    expect(styles).toContain(".doc-");
    expect(styles).not.toMatch(/url|@|fixed|evil/);
    expect(await page.evaluate(`document.querySelectorAll("#app").length`)).toBe(1);
    expect(
      await page.evaluate(`getComputedStyle(document.querySelector("#document div") ?? document.body).position`),
    ).not.toBe("fixed");
    expect(events).toEqual([]);
  });

  it("answers no page of another site, and is still up after all that it tries", async () => {
    const address = await studio();
    const place = new URL(".", address).href.slice(0, -1);
    const { page } = await entered(address);
    await page.waitForSelector(".first");
    await page.route("http://evil.example/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>evil</title><p>evil" }),
    );
    await page.goto("http://evil.example/");
    const tried = await page.evaluate<readonly string[]>(`(async () => {
      const told = [];
      const asks = [
        ["${place}/api/desk", {}],
        ["${place}/api/desk", { credentials: "include" }],
        ["${place}/api/desk", { mode: "no-cors", credentials: "include" }],
        ["${place}/api/example", { method: "POST", mode: "no-cors", credentials: "include", body: "x" }],
        ["${place}/api/documents?name=evil.txt", { method: "POST", mode: "no-cors", credentials: "include", body: "evil 1.0" }],
      ];
      for (const [url, options] of asks)
        told.push(await fetch(url, options).then((answer) => answer.type + answer.status, (error) => "refused"));
      const form = document.body.appendChild(document.createElement("form"));
      Object.assign(form, { action: "${place}/api/example", method: "post", target: "frame" });
      const frame = document.body.appendChild(document.createElement("iframe"));
      frame.name = "frame";
      form.submit();
      const window2 = document.body.appendChild(document.createElement("iframe"));
      window2.src = "${place}/";
      await new Promise((resolve) => setTimeout(resolve, 500));
      return told;
    })()`);
    expect(tried.filter((answer) => /basic|cors[2]/.test(answer))).toEqual([]);
    await page.goto(`${place}/`);
    await page.waitForSelector(".first");
    expect(await page.evaluate(`fetch("api/desk").then((a) => a.json()).then((desk) => desk.documents)`)).toEqual([]);
  });

  it("gives its session to no other program of this machine that the same browser opens", async () => {
    const { page } = await entered(await studio());
    await page.waitForSelector(".first");
    const cookies: (string | undefined)[] = [];
    const other = createServer(({ headers }, answer) => {
      cookies.push(headers.cookie);
      answer.end("another program");
    }).listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    for (const path of ["", "enter", "api/desk"]) await page.goto(`http://127.0.0.1:${port}/${path}`);
    other.close();
    expect(cookies.length).toBeGreaterThanOrEqual(3);
    expect(new Set(cookies)).toEqual(new Set([undefined]));
  });
});
