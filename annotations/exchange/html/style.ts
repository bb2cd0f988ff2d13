/** The page's style. Tags differ by line as well as by hue, so that they survive print and colour blindness. */
export const STYLE = `
:root { color-scheme: light dark; font: 17px/1.6 Georgia, "Noto Serif", serif; }
body { max-width: 44rem; margin: 2rem auto; padding-inline: 1rem; }
header, nav, .cards, .about { font-family: system-ui, sans-serif; font-size: 0.85rem; }
article { border-block-start: 1px solid; margin-block-start: 3rem; }
.aside { opacity: 0.6; }
.item { margin-inline-start: 1.5rem; }
.heading { font-weight: bold; }
.quote { border-inline-start: 3px solid; padding-inline-start: 1rem; }
a.mark { color: inherit; text-decoration-thickness: 2px; text-underline-offset: 3px; }
.claim { text-decoration-line: underline; text-decoration-style: solid; text-decoration-color: #1f6feb; background: #1f6feb22; }
.attribution { text-decoration-line: underline; text-decoration-style: dotted; text-decoration-color: #9a6700; background: #9a670022; }
.denial { text-decoration-line: underline; text-decoration-style: wavy; text-decoration-color: #cf222e; background: #cf222e22; }
.cards li { margin-block: 0.8rem; padding: 0.3rem; }
.cards q { font-family: Georgia, "Noto Serif", serif; }
:target { outline: 2px solid #1f6feb; }
`
