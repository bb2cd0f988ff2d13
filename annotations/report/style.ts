/** How a report looks on paper and on a screen. Tags differ by line as well as by hue, so that they survive a grey printer. */
export const REPORT_STYLE = `
@page { size: A4; margin: 20mm 18mm 22mm; }
:root { color-scheme: light; font: 11pt/1.5 Georgia, "Source Serif 4", "Noto Serif", "Noto Nastaliq Urdu", serif; color: #1c1a17; background: #fff; }
body { max-width: 44rem; margin: 2rem auto; padding-inline: 1.5rem; overflow-wrap: anywhere; }
h1, h2, h3, dl, main > p, .lead, .after, ol, ul, table { font-family: system-ui, "Segoe UI", "Noto Sans", "Noto Nastaliq Urdu", sans-serif; }
h1, h2, h3 { break-inside: avoid; }
h1, h2, h3, h2 + dl, .lead, main > p:has(+ table), main > p:has(+ ul) { break-after: avoid; }
h1 { font-size: 1.35rem; line-height: 1.25; margin-block: 2.2rem 0.8rem; }
h1:first-child { font-size: 1.9rem; margin-block-start: 0; }
h2 { font-size: 1.08rem; line-height: 1.35; margin-block: 2.2rem 0.6rem; padding-block-start: 0.8rem; border-block-start: 1px solid #cfcac0; }
h3 { font-size: 0.92rem; margin-block: 1.2rem 0.4rem; color: #5b554b; }
dl { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0.25rem 1rem; margin-block: 0.6rem; font-size: 0.88rem; break-inside: avoid; }
dt { color: #5b554b; }
dd { margin: 0; }
ol, ul { font-size: 0.88rem; padding-inline-start: 1.6rem; }
li { margin-block: 0.25rem; break-inside: avoid; }
figure { margin: 0.9rem 0; break-inside: avoid; }
figure.long { break-inside: auto; orphans: 3; widows: 3; }
.lead { font-size: 0.88rem; margin: 0 0 0.25rem; }
blockquote { margin: 0; padding: 0.15rem 0.9rem; border-inline-start: 3px solid; }
blockquote p { margin: 0.25rem 0; white-space: pre-wrap; }
blockquote.claim { border-color: #1f5fbf; border-inline-start-style: solid; }
blockquote.attribution { border-color: #8a5a00; border-inline-start-style: dotted; }
blockquote.denial { border-color: #b3261e; border-inline-start-style: double; border-inline-start-width: 5px; }
:lang(ur) { line-height: 2; }
.after { margin: 0.2rem 0 0; font-size: 0.82rem; break-before: avoid; }
.quiet { color: #5b554b; }
a { color: #1f5fbf; }
a.inside { color: inherit; text-decoration: none; }
li a.inside { text-decoration: underline; text-decoration-color: #cfcac0; }
main > p { font-size: 0.92rem; }
table { inline-size: 100%; table-layout: fixed; border-collapse: collapse; font-size: 0.88rem; break-inside: avoid; }
th { text-align: start; vertical-align: bottom; font-weight: 600; color: #5b554b; padding: 0.3rem 0.6rem 0.3rem 0; }
td { block-size: 3rem; vertical-align: bottom; padding: 0.3rem 0.6rem 0.3rem 0; border-block-end: 1px solid #1c1a17; }
@media print { body { max-width: none; margin: 0; padding: 0; } a { color: inherit; } }
@media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); } }
`
