import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { drawableWith } from './font-coverage.ts'

/** Files that a page description finds beside itself under these names: pictures. */
export type PageFiles = Readonly<Record<string, Uint8Array>>

const [regular, ...others] = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
  '700Bold_Italic/Tinos_700Bold_Italic',
].map((name) => readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}.ttf`))))
if (!regular) throw new Error('The font Tinos is missing.')
const drawable = drawableWith(regular)
const fontArgs = [{ fontBlobs: [regular, ...others] }]

/** One for each folder: a page description sees its own folder and nothing else. */
const compilers = new Map<string, NodeCompiler>()

/**
 * The page as a tagged PDF/A-2a. The description reads `data` as JSON from `sys.inputs.data`, so that nothing of it is ever read as
 * markup; letters that the font lacks come as `□`. Compiles synchronously: only for a process of its own.
 */
export function typstPage(template: URL, data: unknown, files: PageFiles = {}): Uint8Array {
  const path = fileURLToPath(template)
  const said = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? drawable(value) : value))
  const compiler = compilerOf(dirname(path))
  for (const [name, bytes] of Object.entries(files)) compiler.mapShadow(`${dirname(path)}/${name}`, Buffer.from(bytes))
  try {
    const execution = compiler.compile({ mainFilePath: `${dirname(path)}/${basename(path)}`, inputs: { data: said } })
    const { result } = execution
    if (execution.hasError() || !result)
      throw new Error(JSON.stringify(execution.takeDiagnostics()?.shortDiagnostics ?? 'Typst says nothing.'))
    return new Uint8Array(compiler.pdf(result, { pdfStandard: PdfStandard.A_2a }))
  } finally {
    compiler.resetShadow()
    compiler.evictCache(1)
  }
}

function compilerOf(folder: string): NodeCompiler {
  const known = compilers.get(folder)
  if (known) return known
  const made = NodeCompiler.create({ workspace: folder, fontArgs })
  compilers.set(folder, made)
  return made
}
