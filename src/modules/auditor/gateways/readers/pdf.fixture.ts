import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { GridCell } from './grid.fixture.ts'

const fontBlobs = ['400Regular/Tinos_400Regular', '700Bold/Tinos_700Bold'].map((name) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}.ttf`))),
)
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })

/** The Typst text as a PDF of A4 pages. */
export function typstPdf(text: string): Uint8Array {
  const page = '#set page(paper: "a4", margin: 2cm)\n#set text(font: "Tinos", size: 11pt, lang: "vi")\n'
  const { result } = compiler.compile({ mainFileContent: page + text })
  if (!result) throw new Error('Typst refuses the text.')
  return new Uint8Array(compiler.pdf(result, {}))
}

/** A table of Typst with these cells; `more` are its other settings. */
export function typstTable(rows: readonly (readonly GridCell[])[], width: number, more = 'stroke: 0.5pt'): string {
  const cells = rows.flat().map(({ text, row, column, rowSpan, columnSpan }) => {
    const place = `x: ${column}, y: ${row}, rowspan: ${rowSpan}, colspan: ${columnSpan}`
    return `table.cell(${place}, ${JSON.stringify(text)})`
  })
  return `#table(columns: (1fr,) * ${width}, ${more}, ${cells.join(', ')})\n`
}

/** A PDF of these objects, by number from 1; the first is the catalogue. Written by hand, to say what no program writes. */
export function rawPdf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n'
  const at = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of at) text += `${String(offset).padStart(10, '0')} 00000 n \n`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
