import { create } from 'qrcode'
import { type Html, html } from '#kernel/html.ts'

const QUIET = 4

/** The address as a QR code, drawn in the page: one path, no picture to fetch. */
export function qr(address: string, label: string): Html {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET
  const dark = Array.from({ length: modules.size * modules.size }, (_, place) => place).filter((place) =>
    modules.get(Math.floor(place / modules.size), place % modules.size),
  )
  const path = dark
    .map((place) => `M${QUIET + (place % modules.size)} ${QUIET + Math.floor(place / modules.size)}h1v1h-1z`)
    .join('')
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}
