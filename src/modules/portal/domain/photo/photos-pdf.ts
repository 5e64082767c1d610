/** A page: a picture as JPEG, and its size in points of the picture. */
export type JpegPage = { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }

/** A4 in points of PDF, upright. */
const [SHORT, LONG] = [595.28, 841.89]
const MARGIN = 18

/** One PDF of A4 pages, lying or upright as their pictures are, each picture as large as it fits (ISO 32000-1; the pictures as they are). */
export function pdfOf(pages: readonly JpegPage[], title: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  const starts: number[] = []
  let length = 0
  const put = (piece: string | Uint8Array) => {
    const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece
    parts.push(bytes)
    length += bytes.length
  }
  const object = (number: number, ...pieces: (string | Uint8Array)[]) => {
    starts[number] = length
    for (const piece of [`${number} 0 obj\n`, ...pieces, '\nendobj\n']) put(piece)
  }
  // The second line tells whoever carries the file that it is not text.
  put(new Uint8Array([...encoder.encode('%PDF-1.4\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]))
  object(1, '<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pages.map((_, place) => `${4 + place * 3} 0 R`).join(' ')
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  object(3, `<< /Title ${textString(title)} /Producer (Hai Dang) >>`)
  pages.forEach(({ jpeg, width, height }, place) => {
    const first = 4 + place * 3
    const [paperWidth, paperHeight] = width > height ? [LONG, SHORT] : [SHORT, LONG]
    const scale = Math.min((paperWidth - 2 * MARGIN) / width, (paperHeight - 2 * MARGIN) / height)
    const [w, h] = [width * scale, height * scale]
    const drawing = `q ${[w, 0, 0, h, (paperWidth - w) / 2, (paperHeight - h) / 2].map((value) => value.toFixed(2)).join(' ')} cm /P Do Q`
    object(
      first,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${paperWidth} ${paperHeight}] `,
      `/Resources << /XObject << /P ${first + 1} 0 R >> >> /Contents ${first + 2} 0 R >>`,
    )
    object(
      first + 1,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB `,
      `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    )
    object(first + 2, `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`)
  })
  const table = length
  const count = 4 + pages.length * 3
  const line = (start = 0) => `${String(start).padStart(10, '0')} 00000 n \n`
  put(`xref\n0 ${count}\n0000000000 65535 f \n${starts.slice(1).map(line).join('')}`)
  put(`trailer\n<< /Size ${count} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  return joined(parts, length)
}

/** Text in any script: UTF-16 in hexadecimal. */
function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, place) =>
    text.charCodeAt(place).toString(16).toUpperCase().padStart(4, '0'),
  )
  return `<FEFF${units.join('')}>`
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
