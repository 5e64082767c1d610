import { toString as qrOf } from 'qrcode'
import { typeset } from '#server/typst.ts'
import { barsOf } from '../../domain/forms/code-128.ts'
import type { FormDocument, FormPage } from '../../domain/forms/page.ts'

/** The form as a tagged PDF/A-2a, with its QR and bar codes drawn. */
export async function formPdf({ title, pages }: FormDocument): Promise<Uint8Array> {
  const drawn = await Promise.all(pages.map(drawPage))
  return typeset(new URL('./form.typ', import.meta.url), { title, pages: drawn })
}

/** Width of one module: what an office printer of 300 dpi draws sharply. */
const MODULE_MM = 0.254

async function drawPage(page: FormPage) {
  const svg = page.qr && (await qrOf(page.qr.url, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }))
  return { ...page, qr: page.qr && { ...page.qr, svg }, barcode: page.barcode && drawBars(page.barcode) }
}

function drawBars(barcode: NonNullable<FormPage['barcode']>) {
  const { path, modules } = barsOf(barcode.text)
  const size = `viewBox="0 0 ${modules} 1" preserveAspectRatio="none"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><path d="${path}"/></svg>`
  return { ...barcode, svg, mm: modules * MODULE_MM }
}
