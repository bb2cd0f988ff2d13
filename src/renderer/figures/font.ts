/** The font of drawings, as SVG and canvas take it; a saved picture falls back to what its viewer has. */
export const FIGURE_FONT = '"Inter Variable", Inter, system-ui, "Segoe UI", "Noto Nastaliq Urdu", sans-serif'
