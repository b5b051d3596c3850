/**
 * The script of the preview alone; it is no part of the release, which needs none. It listens for news and brings the page that stands there to what the newest page is, element by
 * element, so that the reader stays where he is; what is to be said of it stands at the foot of the window. It holds no text of a workspace: what it says comes with the news.
 */
export const previewScript = (news: string, version: number): string => `{
let shown = ${version};
const own = document.currentScript;
own.remove();

const bar = document.createElement("aside");
bar.id = "tickmark-preview";
bar.setAttribute("role", "status");
const style = document.createElement("style");
style.textContent = ${JSON.stringify(STYLE)};
document.documentElement.append(style, bar);

/* Makes one node what the other is, changing no more than differs. */
const patch = (old, fresh) => {
  if (old.isEqualNode(fresh)) return;
  if (old.nodeName !== fresh.nodeName) return old.replaceWith(fresh.cloneNode(true));
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.nodeValue = fresh.nodeValue;
    return;
  }
  /* Whether a part is open is the reader's choice. */
  for (const { name } of [...old.attributes]) if (name !== "open" && !fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (name !== "open") old.setAttribute(name, value);
  const olds = [...old.childNodes];
  const news = [...fresh.childNodes];
  if (olds.length === news.length) {
    olds.forEach((child, i) => patch(child, news[i]));
    return;
  }
  let head = 0;
  while (head < olds.length && head < news.length && olds[head].isEqualNode(news[head])) head++;
  let tail = 0;
  const rest = Math.min(olds.length, news.length) - head;
  while (tail < rest && olds.at(-1 - tail).isEqualNode(news.at(-1 - tail))) tail++;
  const behind = olds[olds.length - tail] ?? null;
  for (const child of olds.slice(head, olds.length - tail)) child.remove();
  for (const child of news.slice(head, news.length - tail)) old.insertBefore(child.cloneNode(true), behind);
};

const tell = ({ state, said }) => {
  bar.dataset.state = state;
  bar.replaceChildren(...said.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
};

/* One page after the other; what is said of a page is said when it stands there. */
let turn = Promise.resolve();
const follow = (latest) => {
  turn = turn.then(async () => {
    if (latest.version !== shown) {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const script of page.querySelectorAll("script")) script.remove();
      /* Where a script stood, one text may stand in two pieces. */
      page.body.normalize();
      document.body.normalize();
      patch(document.head, page.head);
      patch(document.body, page.body);
      shown = Number(answer.headers.get("tickmark-version"));
    }
    /* What was said of an older page is not true of this one; what is to be said of this one is on its way. */
    if (latest.version === shown) tell(latest);
  }).catch(() => tell({ state: "wrong", said: ["The page that stands here may be an older one: the newest could not be had."] }));
};

const source = new EventSource("${news}");
source.onmessage = ({ data }) => follow(JSON.parse(data));
source.onerror = () => tell({ state: "wrong", said: ["Tickmark does not answer. The page that stands here may be an older one."] });
}`;

const STYLE = [
  "#tickmark-preview{position:fixed;inset:auto 0 0 auto;z-index:9;max-width:min(40rem,100vw);max-height:40vh;overflow:auto;padding:.5rem .875rem;border:1px solid #767d86;border-right:0;border-bottom:0;border-left-width:.375rem;background:#fff;color:#16191d;font:.8125rem/1.45 system-ui,sans-serif}",
  "#tickmark-preview:empty{display:none}",
  "#tickmark-preview p{margin:0}",
  "#tickmark-preview[data-state=proved]{border-color:#2e7d5b}",
  "#tickmark-preview[data-state=wrong]{border-color:#b3261e}",
  "@media print{#tickmark-preview{display:none}}",
].join("");
