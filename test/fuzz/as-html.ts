import type { Random } from "./random.ts";
import type { Line, Release, Statement } from "./release.ts";

/** How one page is written; drawn once, so that a page keeps its habits. */
interface Habits {
  readonly upper: boolean;
  readonly spacers: boolean;
  /** Whether $, ( and ) or % stand in cells of their own. */
  readonly apart: boolean;
  readonly entities: boolean;
  readonly wrapped: boolean;
  readonly tagged: boolean;
}

/** A release as a filing agent's software writes it, tagged as inline XBRL where `tagged`. */
export function asHtml(r: Random, release: Release, tagged: boolean): string {
  const habits: Habits = {
    upper: !tagged && r.chance(0.3),
    spacers: r.chance(0.6),
    apart: r.chance(0.6),
    entities: r.chance(0.7),
    wrapped: r.chance(0.4),
    tagged,
  };
  const body = [
    `<div style="text-align:center"><b>${escaped(habits, release.title)}</b></div>`,
    ...release.sentences.map((s) => paragraph(r, habits, s)),
    ...release.statements.flatMap((s) => [
      `<p${r.chance(0.3) ? ' style="page-break-before:always"' : ""}><font size="2"><b>${escaped(habits, s.title)}</b><br>${escaped(habits, s.caption)}</font></p>`,
      r.chance(0.1) ? `<pre>${escaped(habits, preformatted(s))}</pre>` : layout(r, table(r, habits, s)),
      r.chance(0.3) ? "<hr>" : "",
    ]),
  ].join("\n");
  const page = tagged
    ? envelope(escaped(habits, release.title), body)
    : `<html><head><title>${escaped(habits, release.title)}</title></head><body>${body}</body></html>`;
  return habits.upper ? page.replace(/<\/?[a-z]+/g, (tag) => tag.toUpperCase()) : page;
}

const envelope = (title: string, body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"><head><title>${title}</title></head><body><div style="display:none"><ix:header><ix:hidden><ix:nonNumeric name="dei:AmendmentFlag" contextRef="c0">false</ix:nonNumeric></ix:hidden><ix:resources><xbrli:context id="c0"><xbrli:period><xbrli:startDate>2007-07-01</xbrli:startDate><xbrli:endDate>2007-09-29</xbrli:endDate></xbrli:period></xbrli:context></ix:resources></ix:header></div>${body}</body></html>`;

function escaped(h: Habits, text: string): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return h.entities ? safe.replaceAll("—", "&#8212;").replaceAll("€", "&euro;").replaceAll("’", "&#x2019;") : safe;
}

const space = (h: Habits): string => (h.entities ? "&#160;" : "&nbsp;");

function paragraph(r: Random, h: Habits, sentence: string): string {
  const text = escaped(h, sentence)
    .split(" ")
    .map((word) => (/\d/.test(word) && r.chance(0.15) ? `<b>${word}</b>` : word))
    .reduce((line, word) => line + (r.chance(0.1) ? "\n    " : " ") + word);
  return r.pick([
    `<p>${text}</p>`,
    `<div><font style="font-family:Times">${text}</font></div>`,
    `<li>${text}</li>`,
    `${text}<br><br>`,
  ]);
}

const preformatted = (s: Statement): string =>
  s.lines.map((l) => l.label.padEnd(40) + l.cells.map((c) => c.padStart(12)).join("")).join("\n");

/** Some pages put their tables into tables. */
const layout = (r: Random, inner: string): string =>
  r.chance(0.15) ? `<table width="100%"><tr><td>${inner}</td><td>&nbsp;</td></tr></table>` : inner;

function table(r: Random, h: Habits, s: Statement): string {
  const rows = [...s.heads.map((head) => headRow(h, head)), ...s.lines.map((line) => lineRow(r, h, line))];
  if (r.chance(0.2)) rows.splice(1, 0, `<tr style="display:none"><td>hidden</td><td>99</td></tr>`);
  if (r.chance(0.2)) rows.splice(1, 0, `<tr><td colspan="${1 + r.below(12)}" height=5></td></tr>`);
  return `<table cellpadding="0" cellspacing="0" style="border-collapse:collapse">${rows.join("\n")}</table>`;
}

/** How many grid columns one printed column takes. */
const widthOf = (h: Habits): number => (h.spacers ? 1 : 0) + (h.apart ? 3 : 1);

const headRow = (h: Habits, head: readonly { readonly text: string; readonly covers: number }[]): string =>
  `<tr><td></td>${head.map((c) => `<td colspan="${c.covers * widthOf(h)}" align="center"><b>${escaped(h, c.text)}</b></td>`).join("")}</tr>`;

function lineRow(r: Random, h: Habits, line: Line): string {
  const note = r.chance(0.05) ? "<sup>(1)</sup>" : "";
  const label = `<td style="padding-left:${line.indent * 10}px">${h.wrapped ? `<div>${escaped(h, line.label)}${note}</div>` : escaped(h, line.label) + note}</td>`;
  return `<tr${r.chance(0.3) ? ' bgcolor="#cceeff"' : ""}>${label}${line.cells.map((text) => cell(r, h, text, line.total)).join("")}</tr>`;
}

function cell(r: Random, h: Habits, text: string, total: boolean): string {
  const rule = total ? ' style="border-top:1px solid #000"' : "";
  const spacer = h.spacers ? `<td>${space(h)}</td>` : "";
  if (!h.apart) return `${spacer}<td align=right${rule}>${fact(r, h, text)}</td>`;
  const sign = text.startsWith("$") ? "$" : "";
  const rest = text.slice(sign.length);
  const tail = /(?:\)%?|%)$/.exec(rest)?.[0] ?? "";
  const number = rest.slice(0, rest.length - tail.length);
  return `${spacer}<td${rule}>${sign || space(h)}</td><td align=right${rule}>${fact(r, h, number)}</td><td>${tail}</td>`;
}

function fact(r: Random, h: Habits, text: string): string {
  const digits = /[\d,.]+/.exec(text);
  if (!h.tagged || digits === null || r.chance(0.3)) return escaped(h, text);
  const [number] = digits;
  const sign = text.includes("(") ? ' sign="-"' : "";
  const tag = `<ix:nonFraction name="us-gaap:Revenues" contextRef="c0" unitRef="usd" decimals="-3" scale="3" format="ixt:num-dot-decimal"${sign}>${number}</ix:nonFraction>`;
  return escaped(h, text.slice(0, digits.index)) + tag + escaped(h, text.slice(digits.index + number.length));
}
