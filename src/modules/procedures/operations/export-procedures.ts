import { type Day, dayAt } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import type { Tx } from '#server/db.ts'
import { operation } from '#server/operation.ts'
import { contentsInForce } from '../contents.ts'
import * as contract from '../contract.ts'
import type { ProcedureContent } from '../domain/content.ts'
import { APPLICANT_WORDS, LEVEL_WORDS, ONLINE_WORDS, termWords } from '../domain/words.ts'
import { type ListLine, writeList } from '../gateways/list-workbook.ts'
import { listFields } from '../store/fields.ts'
import { listPublishedProcesses } from '../store/processes.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportProcedures = operation(contract.exportProcedures, async ({ tx, now }, { format, ...input }) => {
  const day = input.day ?? dayAt(now)
  return format === 'xlsx'
    ? { name: `thu-tuc-${day}.xlsx`, mediaType: XLSX, bytes: await writeList(day, await linesOn(tx, day)) }
    : { name: `thu-tuc-${day}.json`, mediaType: 'application/json', bytes: await asJson(tx, day) }
})

/** Everything in force on the day with the process for everywhere, as `import-procedures` takes it. */
async function asJson(tx: Tx, day: Day): Promise<Uint8Array> {
  const found = await Array.fromAsync(contentsInForce(tx, day))
  const processes = await listPublishedProcesses(
    tx,
    found.map(({ procedureId }) => procedureId),
  )
  const everywhere = new Map(
    processes.filter((one) => one.unitId === null).map((one) => [one.procedureId, one.process]),
  )
  const procedures = found.map(({ procedureId, code, content }) => ({
    code,
    content,
    process: everywhere.get(procedureId) ?? null,
  }))
  return new TextEncoder().encode(JSON.stringify({ format: contract.EXPORT_FORMAT, day, procedures }, null, 1))
}

async function linesOn(tx: Tx, day: Day): Promise<ListLine[]> {
  const fields = new Map((await listFields(tx)).map(({ code, nameVi }) => [code, nameVi]))
  return Array.fromAsync(contentsInForce(tx, day), ({ code, content }) => lineOf(code, content, day, fields))
}

function lineOf(code: string, content: ProcedureContent, day: Day, fields: ReadonlyMap<string, string>): ListLine {
  const fees = content.fees.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
  return {
    code,
    name: content.name.vi,
    field: fields.get(content.fieldCode) ?? content.fieldCode,
    onlineLevel: ONLINE_WORDS[content.onlineLevel],
    levels: content.levels.map((level) => LEVEL_WORDS[level]).join('; '),
    applicants: content.applicants.map((applicant) => APPLICANT_WORDS[applicant]).join('; '),
    term: content.terms.map(({ term }) => termWords(term)).join('; '),
    papers: content.papers.length,
    fees: fees.map(({ name, amountVnd }) => `${name.vi}: ${formatNumber(amountVnd)}`).join('; '),
    legalBasis: content.legalBasis.map(({ number, title }) => `${title} ${number}`).join('; '),
    demonstration: content.demonstration,
  }
}
