"""The look of a document as a web page, on screen and on paper."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light; --paper: #fff; --ink: #18212b; --quiet: #46525f; --accent: #0b5a73; --rule: #c3ccd5;
  --tint: #f1f5f7; }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; --paper: #1a2027; --ink: #e7ecf1;
  --quiet: #b3bdc8; --accent: #6fc3dd; --rule: #4a5663; --tint: #252e37; }
  figure svg, .logo { background: #fff; padding: .5rem; border-radius: .25rem; } }
body { font: 1.06rem/1.55 "Source Sans 3", "Segoe UI", system-ui, sans-serif;
  color: var(--ink); background: var(--paper);
  max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem; font-variant-numeric: tabular-nums lining-nums; }
h1 { font-size: 2.4rem; line-height: 1.15; margin: .25rem 0 .5rem; }
h2 { font-size: 1.6rem; color: var(--accent); margin: 3rem 0 .75rem; }
h3 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1.02rem; margin: 1.5rem 0 .25rem; }
p, li { max-width: 40rem; }
a { color: var(--accent); }
header { border-bottom: 4px solid var(--accent); padding-bottom: 1.5rem; }
.kicker { color: var(--accent); font-weight: 600; margin: 0; }
.lead, header .subtitle { font-size: 1.2rem; }
.small, .source, footer, figcaption .subtitle, .facts .small { color: var(--quiet); font-size: .9rem;
  font-weight: 400; }
.remark { border-left: 3px solid var(--accent); padding-left: .75rem; color: var(--quiet); }
nav ul { list-style: none; padding: 0; columns: 2 18rem; }
nav .level2 { padding-left: 1rem; } nav .level3 { padding-left: 2rem; }
.facts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0; }
.facts div { flex: 1 1 10rem; background: var(--tint); border-left: 3px solid var(--accent); padding: .6rem .9rem; }
.facts div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.facts dt { font-size: .95rem; } .facts dd { margin: 0; font-size: 1.5rem; font-weight: 600; line-height: 1.25; }
.facts dd.small { order: -1; }
figure { margin: 2rem 0 1rem; } .chart { overflow-x: auto; }
figure svg { max-width: 100%; min-width: 32rem; height: auto; font-family: inherit; }
figcaption, caption { font-weight: 600; text-align: left; margin-bottom: .4rem; }
figcaption .subtitle { display: block; }
.table { overflow-x: auto; margin: 1.25rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; line-height: 1.35; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--rule); }
thead th { border-bottom: 2px solid var(--accent); vertical-align: bottom; }
tbody th { font-weight: 400; } .strong th, .strong td { font-weight: 600; background: var(--tint); }
.right { text-align: right; }
.signing { border: 1px solid var(--rule); padding: .5rem 1rem 1.5rem; margin: 1rem 0; break-inside: avoid; }
.signing p { margin: .2rem 0; }
.signing span { display: inline-block; margin-top: 1.6rem; border-top: 1px solid #74818e;
  min-width: 20rem; color: var(--quiet); font-size: .9rem; }
.logo { height: 3.5rem; margin: 1rem 1.5rem 0 0; }
footer { border-top: 1px solid var(--rule); margin-top: 3rem; padding-top: .75rem; }
@media print { @page { size: A4; margin: 20mm 18mm; } body { font-size: 10.5pt; padding: 0; max-width: none; }
  @page wide { size: A4 landscape; } .wide { page: wide; }
  section { break-before: page; } h2, h3, h4, figcaption, caption { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  .table, .chart { overflow: visible; } figure svg { min-width: 0; } a { color: inherit; text-decoration: none; } }
"""
