"""The style of a dossier's page, which stands in the page itself: for screens, light and dark, and for paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1b; --paper: #fdfcf9; --quiet: #5c5a55; --rule: #d8d4ca; --link: #1f4e79;
  --supports: #1b6f6a; --conditional: #8a5a00; --opposes: #a3341f; --noncommittal: #63635f; --on: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --paper: #171715; --quiet: #aaa69c; --rule: #3d3b36;
  --link: #9cc4ec; --supports: #6cc7bf; --conditional: #e0b054; --opposes: #ef8f7a; --noncommittal: #b5b3ad; --on: #171715; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.55 "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; } h2 { margin: 3rem 0 .75rem; padding-top: .5rem;
  border-top: 1px solid var(--rule); font-size: 1.4rem; } h3 { margin: 2rem 0 .25rem; font-size: 1.15rem; }
h4 { margin: 1.25rem 0 .25rem; font-size: 1rem; font-style: italic; font-weight: normal; }
p, li, blockquote { max-width: 66ch; overflow-wrap: anywhere; } a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.lead, .note, .manner, nav, table, svg text, .made { font-family: system-ui, sans-serif; }
.said { margin: 1rem 0; padding-left: .9rem; border-left: 3px solid var(--rule); }
.said.supports { border-color: var(--supports); } .said.conditional { border-color: var(--conditional); }
.said.opposes { border-color: var(--opposes); } .said.noncommittal { border-color: var(--noncommittal); }
.lead { margin: 0; font-size: .88rem; font-weight: 600; } .manner { font-size: .88rem; font-style: italic; color: var(--quiet); }
blockquote { margin: .2rem 0; } .note { margin: .1rem 0; font-size: .8rem; line-height: 1.4; color: var(--quiet); }
:target { background: color-mix(in srgb, var(--link) 14%, transparent); }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
caption { text-align: left; padding: .5rem 0; color: var(--quiet); }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-top: 1px solid var(--rule);
  overflow-wrap: anywhere; }
th { font-weight: 600; } .wide { overflow-x: auto; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; list-style: none; padding: 0; font-size: .9rem; }
.lanes { display: block; min-width: 44rem; width: 100%; height: auto; } .lanes text { font-size: 12px; fill: var(--ink); }
.lanes .reading, .lanes .label { fill: var(--quiet); font-size: 11px; } .lanes .label { text-anchor: middle; }
.lanes .lane, .lanes .tick { stroke: var(--rule); stroke-width: 1; } .lanes .held { stroke-width: 3; opacity: .5; }
.lanes .held.supports { stroke: var(--supports); } .lanes .held.conditional { stroke: var(--conditional); }
.lanes .held.opposes { stroke: var(--opposes); } .lanes .held.noncommittal { stroke: var(--noncommittal); stroke-dasharray: 3 3; }
.mark.supports { fill: var(--supports); } .mark.conditional { fill: var(--conditional); } .mark.opposes { fill: var(--opposes); }
.mark.noncommittal { fill: var(--paper); stroke: var(--noncommittal); stroke-width: 1.5; }
.lanes .sign { fill: var(--on); font-size: 12px; font-weight: 700; text-anchor: middle; stroke: none; }
.lanes .mark.noncommittal .sign { fill: var(--noncommittal); }
.lanes .moved { fill: none; stroke: var(--ink); stroke-width: 1.5; }
@media print { :root { --ink: #000; --paper: #fff; --quiet: #333; --rule: #999; --link: #000; --supports: #1b6f6a;
  --conditional: #8a5a00; --opposes: #a3341f; --noncommittal: #555; --on: #fff; }
  body { padding: 0; font-size: 10.5pt; max-width: none; }
  nav { display: none; } .said, tr { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } .lanes { min-width: 0; }
  * { print-color-adjust: exact; } @page { margin: 18mm 16mm; } }
"""
