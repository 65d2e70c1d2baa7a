/** How the page at /api/docs looks: in any width from 320 px, light and dark. */
export const DOCS_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: #8886; }
body { max-width: 64rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; margin: 1.5rem 0 .5rem; }
h3 { font-size: 1.05rem; }
p { margin: .4rem 0; }
img { max-width: 100%; height: auto; }
[lang=en] { opacity: .75; font-size: .9em; font-weight: normal; }
[lang=en]::before { content: "· "; }
nav { columns: 19rem; }
nav div { break-inside: avoid; margin-bottom: .75rem; }
nav ul { margin: 0; padding: 0; list-style: none; font-size: .95rem; }
nav li { padding: .15rem 0; }
section { border-top: 1px solid var(--line); padding: .25rem 0 .75rem; scroll-margin-top: .5rem; }
.who { font-size: .9rem; }
pre { overflow-x: auto; padding: .6rem .75rem; border: 1px solid var(--line); border-radius: .25rem; font-size: .85rem; overflow-wrap: normal; }
ol { padding-left: 1.5rem; }
details { margin: .3rem 0; }
summary { cursor: pointer; padding: .15rem 0; }
dl { margin: .25rem 0 .25rem .4rem; padding-left: .75rem; border-left: 2px solid var(--line); font-size: .95rem; }
dd { margin: 0 0 .25rem .75rem; }
dt span { opacity: .8; font-size: .9em; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
td:first-child { width: 13rem; }
@media (max-width: 40rem) { td { display: block; border: 0; padding: .1rem 0; } tr { display: block; padding: .4rem 0; border-bottom: 1px solid var(--line); } thead { display: none; } td:first-child { width: auto; } }
`;
