"""The style of a dossier's page, which stands in the page itself: for screens, light and dark, and for paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1b; --paper: #fdfcf9; --quiet: #5c5a55; --rule: #d8d4ca; --link: #1f4e79;
  --supports: #1b6f6a; --conditional: #8a5a00; --opposes: #a3341f; --noncommittal: #63635f; --moved: #7a2e1d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --paper: #171715; --quiet: #aaa69c; --rule: #3d3b36;
  --link: #9cc4ec; --supports: #6cc7bf; --conditional: #e0b054; --opposes: #ef8f7a; --noncommittal: #b5b3ad; --moved: #e39a86; } }
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
  overflow-wrap: anywhere; } thead th, .whole { overflow-wrap: normal; }
th { font-weight: 600; } .wide { overflow-x: auto; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; list-style: none; padding: 0; font-size: .9rem; }
figure { margin: 0 0 1rem; }
.lanes { display: block; min-width: 46rem; width: 100%; height: auto; overflow: visible; }
.lanes text { font-size: 12px; fill: var(--quiet); } .lanes text.name { fill: var(--ink); font-size: 13px; }
.lanes text.heading { fill: var(--ink); font-size: 13px; font-weight: 600; } .lanes text.beside { font-size: 11px; }
.lanes .reading { font-style: italic; } .lanes .lane, .lanes .grid, .lanes .track { stroke: var(--rule); stroke-width: 1; }
.lanes .track { stroke-dasharray: 1 4; } .lanes .apart { stroke: var(--rule); stroke-width: 1; }
.lanes .held { stroke-width: 2; opacity: .45; }
.fill-supports { fill: var(--supports); } .fill-conditional { fill: var(--conditional); } .fill-opposes { fill: var(--opposes); }
.stroke-supports { stroke: var(--supports); } .stroke-conditional { stroke: var(--conditional); }
.stroke-opposes { stroke: var(--opposes); } .stroke-noncommittal { stroke: var(--noncommittal); }
.lanes .point { stroke: var(--paper); stroke-width: 1.5; }
.lanes .point.ring { fill: var(--paper); stroke: var(--noncommittal); stroke-width: 2; }
.lanes .moved { fill: none; stroke: var(--moved); stroke-width: 1.5; } .lanes .arrow { fill: var(--moved); }
.lanes .shift { fill: none; stroke: var(--moved); stroke-width: 1.5; }
.lanes text.turned { fill: var(--moved); font-size: 11px; text-anchor: middle; paint-order: stroke; stroke: var(--paper);
  stroke-width: 3px; }
.lanes text.glyph { fill: var(--paper); font-size: 9.5px; font-weight: 700; text-anchor: middle; }
.lanes text.glyph.dark { fill: var(--ink); } .lanes .tip { display: none; pointer-events: none; }
.lanes a:is(:hover, :focus-visible) > .tip { display: inline; }
.lanes .tip rect { fill: var(--paper); stroke: var(--ink); stroke-width: 1; } .lanes .tip text { fill: var(--ink); }
@media print { :root { --ink: #000; --paper: #fff; --quiet: #333; --rule: #999; --link: #000; --supports: #1b6f6a;
  --conditional: #8a5a00; --opposes: #a3341f; --noncommittal: #555; --moved: #7a2e1d; }
  body { padding: 0; font-size: 10.5pt; max-width: none; }
  nav { display: none; } .said, tr { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } .lanes { min-width: 0; }
  * { print-color-adjust: exact; } @page { margin: 18mm 16mm; } }
"""
