import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'

/** Typst compiles synchronously, so it lives in a thread of its own; fonts are read once. */
export type PdfJob = { readonly id: number; readonly report: string }
export type PdfResult =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly failure: string }

const here = dirname(fileURLToPath(import.meta.url))
const page = readFileSync(`${here}/report.typ`, 'utf8')
const fontBlobs = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
  '700Bold_Italic/Tinos_700Bold_Italic',
].map((name) => readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}.ttf`))))
const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontBlobs }] })

parentPort?.on('message', ({ id, report }: PdfJob) => {
  parentPort?.postMessage(made(id, report))
  compiler.evictCache(1)
})

function made(id: number, report: string): PdfResult {
  try {
    const { result, hasError, takeDiagnostics } = compile(report)
    if (hasError || !result) return { id, failure: takeDiagnostics() }
    return { id, pdf: new Uint8Array(compiler.pdf(result, { pdfStandard: PdfStandard.A_2a })) }
  } catch (error) {
    // The library's errors carry their text in `code` and have an empty message.
    const said = error as { message?: string; code?: string }
    return { id, failure: said.message || String(said.code ?? error) }
  }
}

function compile(report: string) {
  const execution = compiler.compile({ mainFileContent: page, inputs: { report } })
  return {
    result: execution.result,
    hasError: execution.hasError(),
    takeDiagnostics: () => JSON.stringify(execution.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'),
  }
}
