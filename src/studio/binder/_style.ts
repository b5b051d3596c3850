/** How a binder looks, on a screen and on paper. The document shown in it may bring style attributes of a closed list, and no rules. */
export const BINDER_STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#16191d;--quiet:#565d66;--hair:#d9dde2;--wash:#f4f6f8;--link:#0b4f8a;--good:#1d6b45;--near:#805300;--bad:#a8201a}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e9ebee;--quiet:#a6aeb8;--hair:#343a42;--wash:#1e2329;--link:#8cc2f5;--good:#6fcaa2;--near:#e5b768;--bad:#ff8f86}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:.875rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;font-variant-numeric:lining-nums tabular-nums;overflow-wrap:anywhere}
main{max-width:72rem;margin-inline:auto;padding:2rem 1.25rem 4rem}
h1,h2{font-family:"Iowan Old Style",Charter,"Source Serif 4",Cambria,"Noto Serif","Liberation Serif",serif;line-height:1.2;text-wrap:balance}
h1{margin:0 0 1.5rem;font-size:2rem}
h2{margin:3rem 0 .75rem;font-size:1.375rem}
.kind{margin:0 0 .5rem;color:var(--quiet);letter-spacing:.04em;text-transform:uppercase;font-size:.75rem}
.lead{max-width:46rem;color:var(--quiet)}
.quiet{color:var(--quiet)}
a{color:var(--link)}
code{font:.8125rem ui-monospace,"Liberation Mono",monospace}
pre{margin:.5rem 0;padding:.5rem .75rem;background:var(--wash);font:.8125rem/1.5 ui-monospace,"Liberation Mono",monospace;white-space:pre-wrap}
table{border-collapse:collapse}
th,td{padding:.375rem .75rem .375rem 0;text-align:left;vertical-align:top;font-weight:400}
caption{padding:1.5rem 0 .375rem;text-align:left;font-weight:600}
.facts th{color:var(--quiet);white-space:nowrap}
.states .n{text-align:right;overflow-wrap:normal}
.states th{white-space:nowrap}
.figures,.relations{width:100%}
.figures tr>*,.relations tr>*{border-top:1px solid var(--hair)}
.figures thead th,.relations thead th{border-top:0;color:var(--quiet)}
.figures .heading th{padding-top:1.5rem;border-top:0;font-weight:650}
.figures .print{max-width:11rem}
.figures p,.chain{margin:0 0 .375rem}
.figures th:nth-child(1),.relations th:nth-child(1){width:4rem}
.figures td:nth-child(3){width:22%}
.figures td:nth-child(4){width:40%}
.tick{font-family:"DejaVu Sans","Segoe UI Symbol",sans-serif;font-style:normal}
.tied .tick,.in-force>b{color:var(--good)}
.attainable .tick{color:var(--near)}
.contradicted .tick,.contradicted .print,.error>b,.broken,.void>b{color:var(--bad)}
.warning>b{color:var(--near)}
.list{padding-left:2.5rem}
.list li{margin:0 0 .75rem}
.document{--ink:#16191d;--quiet:#565d66;--link:#0b4f8a;--good:#1d6b45;--near:#805300;--bad:#a8201a;color-scheme:light;overflow-x:auto;padding:1rem;border:1px solid var(--hair);background:#fff;color:var(--ink)}
.document table{font-size:.8125rem}
.document .figure:not([id*="-"])::after{margin-left:.15em;font:.75em "DejaVu Sans","Segoe UI Symbol",sans-serif;vertical-align:super;color:var(--quiet)}
.document .figure[data-status=tied]:not([id*="-"])::after{content:"\\2713";color:var(--good)}
.document .figure[data-status=attainable]:not([id*="-"])::after{content:"\\2248";color:var(--near)}
.document .figure[data-status=contradicted]:not([id*="-"])::after{content:"\\2715";color:var(--bad)}
.document .figure[data-status=untied]:not([id*="-"])::after{content:"\\25cb"}
.document .figure:target{outline:2px solid var(--link)}
@page{margin:16mm 14mm}
@media print{:root{--paper:#fff;--ink:#000;--quiet:#444;--hair:#bbb;--link:#000}
body{font-size:7.5pt;line-height:1.35}
th,td{padding-block:.2rem}
main{max-width:none;padding:0}
a{text-decoration:none}
.cover,.copy{break-after:page}
.copy{break-before:page;break-after:auto}
h2{break-after:avoid}
tr,li{break-inside:avoid}
thead{display:table-header-group}
.document{border:0;padding:0}}
@media (max-width:44rem){.figures,.figures tbody,.figures tr,.figures td,.figures th,.relations,.relations tbody,.relations tr,.relations td,.relations th{display:block;width:auto!important}
.figures thead,.relations thead{display:none}
.figures tr>*+*,.relations tr>*+*{border-top:0}
.facts th{white-space:normal;overflow-wrap:break-word}}
`;
