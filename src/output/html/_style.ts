/** How the page looks. Rules that a reader of the bare page needs (lines above totals, indentation) stand in the elements themselves. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#16191d;--quiet:#565d66;--hair:#d9dde2;--rule:#16191d;--wash:#f4f6f8;--link:#0b4f8a;--focus:#0b6bcb;--shade:rgb(22 25 29/.14);--c1:#1b4f86;--c2:#b3541e;--c3:#2e7d5b;--c4:#7a4aa0;--c5:#8a6d00;--c6:#9c2f55}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e9ebee;--quiet:#a6aeb8;--hair:#343a42;--rule:#c9ced5;--wash:#1e2329;--link:#8cc2f5;--focus:#8cc2f5;--shade:rgb(0 0 0/.6);--c1:#7db4ea;--c2:#f0a06a;--c3:#6fcaa2;--c4:#c39be3;--c5:#d9bd4f;--c6:#ee8fb0}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 "Iowan Old Style","Charter","Bitstream Charter","Source Serif 4","Sitka Text",Cambria,"Noto Serif","Liberation Serif","DejaVu Serif",serif;font-variant-numeric:lining-nums;overflow-wrap:break-word;text-rendering:optimizeLegibility}
.mast,main{max-width:60rem;margin-inline:auto;padding-inline:1.25rem}
main>p,main>h2,main>h3,main>ul,main>blockquote,.subhead,.legal{max-width:42rem}
.mast{padding-block:1.5rem 0}
.mast p{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1.5rem;margin:0;padding-bottom:.75rem;border-bottom:1px solid var(--hair)}
.mast p,h2,h3,table,.notes,figcaption,summary,.contacts,svg text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,"DejaVu Sans",sans-serif}
.mast p{font-size:.875rem;line-height:1.4}
.company{font-weight:600}
time{color:var(--quiet)}
main{padding-block:2.5rem 4rem}
h1{margin:0 0 1rem;font-size:clamp(1.75rem,1.2rem + 2.4vw,2.625rem);line-height:1.15;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
hgroup{margin:0 0 2rem}
hgroup h1{margin-bottom:.75rem}
.subhead{margin:0;color:var(--quiet);font-size:1.3125rem;line-height:1.4;text-wrap:balance}
h2{margin:3rem 0 .75rem;font-size:1.25rem;line-height:1.3;font-weight:650;text-wrap:balance}
h3{margin:2rem 0 .5rem;font-size:1.0625rem;line-height:1.3;font-weight:650}
p{margin:0 0 1rem}
ul{margin:0 0 1rem;padding-left:1.25rem}
li{margin:0 0 .5rem;padding-left:.25rem}
li::marker{color:var(--quiet)}
blockquote{margin:1.75rem 0;padding-left:1.25rem;border-left:3px solid var(--c1);font-style:italic}
blockquote p:last-child{margin:0}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:1rem;top:-10rem;z-index:2;padding:.5rem 1rem;background:var(--paper)}
.skip:focus{top:.5rem}
.figure{white-space:nowrap}
.figure.long{white-space:normal}
.minus::before,.zero::before{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.minus::before{content:"minus "}
.zero::before{content:"zero"}
.minus,.zero{position:relative}
abbr{text-decoration:none}
.sheet,.chart{margin:2rem 0 2.5rem}
.sheet.slim{max-width:42rem}
.scroll{overflow-x:auto;overscroll-behavior-x:contain;background:linear-gradient(to left,var(--paper) 40%,transparent) right/2.5rem 100% no-repeat local,linear-gradient(to left,var(--shade),transparent) right/.75rem 100% no-repeat scroll}
table{width:100%;border-collapse:separate;border-spacing:0;font-size:.875rem;line-height:1.35;font-variant-numeric:lining-nums tabular-nums}
caption{padding:0 0 .5rem;text-align:left;caption-side:top}
caption>span,.section th>span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2.5rem)}
caption .title{font-size:1rem;font-weight:650}
caption .unit,figcaption .unit{display:inline-block;color:var(--quiet)}
th,td{--gap:1.25rem;padding:.375rem 0 .375rem var(--gap);vertical-align:bottom;font-weight:400;text-align:left;overflow-wrap:normal}
th[scope=row],th[scope=rowgroup],thead tr:first-child>td:first-child{--gap:0rem;width:100%;overflow-wrap:break-word}
thead th{color:var(--quiet);font-size:.8125rem;line-height:1.3;hyphens:manual}
thead .n{min-width:4.5em;white-space:normal}
tbody>tr>*{border-top:1px solid var(--hair)}
thead+tbody>tr:first-child>*,colgroup+tbody>tr:first-child>*{border-top-color:var(--rule)}
tbody:last-child>tr:last-child>*{border-bottom:1px solid var(--hair)}
.total>*,tbody:last-child>.total:last-child>*{border-bottom:1px solid var(--rule)}
.total+tr>*,tbody:has(>.total:last-child)+tbody>tr:first-child>*{border-top-color:transparent}
.n{text-align:right;white-space:nowrap}
td.n,th.n{--gap:1.5rem}
.n.start,.group.start{--gap:2.5rem}
.n[style]{position:relative;border-top-color:transparent!important}
.n[style]::before{content:"";position:absolute;top:-1px;right:0;left:var(--gap);border-top:1px solid var(--rule)}
[data-pad]::after{content:attr(data-pad);visibility:hidden;font-weight:400}
.head{display:flex;justify-content:flex-end}
.head::after{flex:none}
td:has(>.sign){padding-left:calc(var(--gap) + 1em)}
.sign{float:left;margin-left:-1em;padding-right:.35em}
.group{text-align:center;padding-bottom:0}
.group span{display:block;padding-bottom:.25rem;border-bottom:1px solid var(--quiet)}
th[scope=row]{min-width:9rem}
.total>*,.subtotal>*,.section>*{font-weight:650}
.subtotal>*{font-weight:600}
.section>*{padding-top:1rem}
.notes{margin-top:.5rem;color:var(--quiet);font-size:.8125rem;line-height:1.45}
.notes p{margin:0 0 .25rem;max-width:48rem}
figcaption{margin-bottom:.75rem;font-size:.875rem;line-height:1.35}
figcaption .title{font-size:1rem;font-weight:650}
svg{display:block;max-width:100%;height:auto;margin:0 0 .75rem;overflow:visible}
svg.narrow{display:none}
svg text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
svg .value{font-weight:600;font-variant-numeric:lining-nums tabular-nums}
svg .inside{fill:var(--paper);stroke:none;font-weight:600;font-variant-numeric:lining-nums tabular-nums}
svg .plate{fill:var(--paper)}
svg .axis{stroke:var(--quiet)}
.chart caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.chart .sheet{margin:.75rem 0 0}
.chart table{position:relative}
.behind a{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,"DejaVu Sans",sans-serif;font-size:.875rem;text-decoration:none}
summary{width:fit-content;color:var(--link);font-size:.875rem;cursor:pointer}
.event{margin:2.5rem 0;padding:1.25rem 1.5rem;background:var(--wash);border-radius:.5rem;font-size:1rem}
.event h2{margin-top:0}
.event p{margin:0 0 .375rem}
.contacts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem 2rem;font-size:.9375rem;line-height:1.5}
.contacts p{margin:0}
.legal{margin-top:3rem;padding-top:.5rem;border-top:1px solid var(--hair);color:var(--quiet);font-size:.875rem;line-height:1.5}
.legal h2{margin:1.5rem 0 .375rem;font-size:.9375rem}
.legal p{margin-bottom:.75rem}
@media (max-width:48rem){body{font-size:1.0625rem}main{padding-block:1.75rem 3rem}.scroll th[scope=row],.scroll thead tr:first-child>td:first-child{position:sticky;left:0;z-index:1;background:var(--paper)}table{font-size:.8125rem}th[scope=row]{min-width:7.5rem}td.n,th.n,.group{--gap:1rem}.n.start,.group.start{--gap:1.75rem}.event{padding:1rem 1.125rem}}
@media screen and (max-width:40rem){svg.wide{display:none}svg.narrow{display:block}}
@page{margin:18mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#444}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#444;--hair:#ccc;--rule:#000;--wash:#f4f6f8;--link:#000;--c1:#1b4f86;--c2:#b3541e;--c3:#2e7d5b;--c4:#7a4aa0;--c5:#8a6d00;--c6:#9c2f55}body{font-size:10.5pt;line-height:1.45}.mast,main{max-width:none;padding-inline:0}.mast{padding-top:0}main{padding-block:14pt 0}main>p,main>h2,main>h3,main>ul,main>blockquote,.subhead,.legal{max-width:none}.skip,.behind,details,summary,svg.narrow{display:none}details.needed,svg.wide{display:block}h1{font-size:20pt}.subhead{font-size:13pt}h2{font-size:12pt;margin-top:18pt}h3{font-size:11pt}h1,h2,h3,caption,hgroup{break-after:avoid}p,li,blockquote{orphans:3;widows:3}.sheet,.chart,.event,blockquote,.contacts p{break-inside:avoid}.scroll{overflow:visible;background:none}.sheet.slim{max-width:none}caption .title,figcaption .title{font-size:10pt}table,figcaption{font-size:8.5pt}thead{display:table-header-group}thead th{font-size:8pt}tr{break-inside:avoid}th,td{padding-block:2.5pt}.wide table{font-size:7.5pt}.wide .n,.wide .group{--gap:8pt}.wide .n.start,.wide .group.start{--gap:14pt}a{color:inherit;text-decoration:none}a.told::after{content:" (" attr(href) ")"}.event{border:1px solid #ccc;background:none;padding:10pt 12pt}.event,.contacts{font-size:9.5pt}.notes{font-size:7.5pt}.legal{font-size:8.5pt}}
`;

/** What stands at the foot of each page on paper beside its number; what CSS might understand in it is written as code points. */
export const footed = (text: string): string => {
  const plain = [...text].map((c) => (/[A-Za-z0-9 .,-]/.test(c) ? c : `\\${c.codePointAt(0)!.toString(16)} `)).join("");
  return `@page{@bottom-left{content:"${plain}";font:8pt system-ui,sans-serif;color:#444}}\n`;
};
