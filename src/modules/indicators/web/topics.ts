/** Announced by the server when figures, forms and their states, or definitions have changed. */
export const FIGURES_TOPIC = 'indicators.figures'
export const SHEETS_TOPIC = 'indicators.sheets'
