import { getResolvedPDFJS } from 'unpdf'

export type Pdfjs = Awaited<ReturnType<typeof getResolvedPDFJS>>
export type PdfFile = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>
export type PdfFault = 'password' | 'damaged'

/** Reads a PDF from outside: nothing in it runs, and no font of this machine is used. `strict`: what is broken in it is not mended. */
export async function withPdf<T>(
  bytes: Uint8Array,
  { strict }: { readonly strict: boolean },
  read: (file: PdfFile, pdfjs: Pdfjs) => T | Promise<T>,
): Promise<T | PdfFault> {
  const pdfjs = await getResolvedPDFJS()
  const opening = pdfjs.getDocument({
    // A copy: pdf.js keeps what it is given.
    data: bytes.slice(),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: strict,
    verbosity: 0,
  })
  try {
    return await read(await opening.promise, pdfjs)
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged'
  } finally {
    await opening.destroy()
  }
}
