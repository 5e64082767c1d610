import { crc32, deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** A PDF of these objects, by number from 1; the first is the catalogue, the second the pages. */
export function rawPdf(catalogue: string, more: readonly string[] = []): Uint8Array {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...more,
  ]
  let text = '%PDF-1.7\n'
  const at = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of at) text += `${String(offset).padStart(10, '0')} 00000 n \n`
  return latin(`${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
}

/** An object stream that holds the text, packed. */
export function objectStream(text: string, filter = '/FlateDecode'): string {
  const inside = `9 0 ${text}`
  const packed = Buffer.from(deflateSync(Buffer.from(inside, 'latin1'))).toString('latin1')
  return `<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${packed.length} >>\nstream\n${packed}\nendstream`
}

/** A PNG that states a size and has nothing of it. */
export function pngOf(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]))
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

const TYPES = (main: string) =>
  `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.${main}+xml"/></Types>`

/** The smallest archive that is a Word file, with other parts. */
export function wordFile(parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const all = {
    '[Content_Types].xml': TYPES('openxmlformats-officedocument.wordprocessingml.document.main'),
    'word/document.xml': '<w:document/>',
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, latin(text)])))
}

export const EICAR = latin(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(''))
