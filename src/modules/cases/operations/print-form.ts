import { operation } from '#server/operation.ts'
import { PDF_TYPE } from '#server/typst.ts'
import { printForm as contract } from '../contract/forms.ts'
import { controlForm } from '../domain/forms/control.ts'
import type { FormCase } from '../domain/forms/facts.ts'
import { apologyForm, refusalForm, stopForm, supplementForm } from '../domain/forms/letters.ts'
import type { FormDocument } from '../domain/forms/page.ts'
import { receiptForm } from '../domain/forms/receipt.ts'
import type { Language } from '../domain/forms/words.ts'
import { notFound } from '../engine/acting.ts'
import { formPdf } from '../outputs/forms/pdf.ts'
import { printedCase } from '../printed-case.ts'

type Maker = (from: FormCase, language: Language, now: Date) => FormDocument

const MAKERS: Readonly<Record<string, Maker>> = {
  '01': receiptForm,
  '02': supplementForm,
  '03': refusalForm,
  '04': apologyForm,
  '05': stopForm,
  '06': (from, _language, now) => controlForm(from, now),
}

export const printForm = operation(contract, async (context, { caseId, form, language }) => {
  const { tx, now, origin } = context
  const from = await printedCase(tx, caseId, origin)
  if (!from) throw notFound(context, contract, { caseId })
  const document = MAKERS[form]?.(from, language, now)
  if (!document) throw new Error(`There is no form ${form}.`)
  const name = `Mau-${form}-${from.code ?? 'chua-co-ma'}.pdf`.replace(/[^\p{L}\p{N}.]+/gu, '-')
  return { name, mediaType: PDF_TYPE, bytes: await formPdf(document), inline: true }
})
