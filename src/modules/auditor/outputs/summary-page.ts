import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { drawableWith } from '#server/font-coverage.ts'

const here = dirname(fileURLToPath(import.meta.url))
const page = readFileSync(`${here}/summary.typ`, 'utf8')
const [regular, ...others] = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
  '700Bold_Italic/Tinos_700Bold_Italic',
].map((name) => readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}.ttf`))))
if (!regular) throw new Error('The font Tinos is missing.')
const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontBlobs: [regular, ...others] }] })
const drawable = drawableWith(regular)

/** The page as a tagged PDF/A-2a. Typst compiles synchronously: only for a process of its own. */
export function summaryPage(summary: unknown): Uint8Array {
  const said = JSON.stringify(summary, (_, value: unknown) => (typeof value === 'string' ? drawable(value) : value))
  const execution = compiler.compile({ mainFileContent: page, inputs: { summary: said } })
  const { result } = execution
  if (execution.hasError() || !result)
    throw new Error(JSON.stringify(execution.takeDiagnostics()?.shortDiagnostics ?? 'Typst says nothing.'))
  const pdf = new Uint8Array(compiler.pdf(result, { pdfStandard: PdfStandard.A_2a }))
  compiler.evictCache(1)
  return pdf
}
