import { create } from 'qrcode'

const QUIET = 4

/** A text as a QR code. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  const dark = Array.from(data, (bit, place) =>
    bit ? `M${(place % size) + QUIET} ${Math.floor(place / size) + QUIET}h1v1h-1z` : '',
  )
  const side = size + 2 * QUIET
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
