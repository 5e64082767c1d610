import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type * as contract from '#modules/reports/contract.ts'
import { readUnitRows } from './organisation-rows.ts'

/** Carries out an operation by its id; the caller knows the shape of the answer from the contract. */
type Deps = { perform<T = unknown>(operationId: string, input: unknown): Promise<T> }
type Input<E extends { input: z.ZodObject }> = z.input<E['input']>
type Template = Input<typeof contract.saveTemplate>['body']
type Row = { readonly unitId: string; readonly code: string | null; readonly name: string }

const REPORT_DAY = '2023-09-14'
/** The day the demonstration's report of 2023 is dated; the public copy leaves day and number open. */
const ISSUED_ON = '2023-09-29'

/** The public report contradicts itself; its words are reprinted as they are. */
const AS_PUBLISHED = 'Bản minh họa giữ nguyên lời văn và số liệu của báo cáo công khai, kể cả những chỗ mâu thuẫn.'

/** Loads the city's report of nine months of 2023 (issued) and a ward's quarter of 2026 (a draft). Does nothing when they are there. */
export async function loadReportsDemo(deps: Deps): Promise<void> {
  const { templates } = await deps.perform<{ templates: unknown[] }>('reports.list-templates', {})
  if (templates.length > 0) return
  await loadCityReport(deps)
  await loadWardDraft(deps)
}

async function loadCityReport(deps: Deps): Promise<void> {
  const units = await unitsOf2023(deps)
  const template = await saveTemplate(deps, 'nine-month-template', (body) => ({
    ...body,
    groups: body.groups.map((group) => ({ ...group, units: unitsOf(group, units) })),
  }))
  const draft = { templateId: template, unitId: units('vt-ubnd'), period: '2023-9M', structureDay: REPORT_DAY }
  const { reportId } = await deps.perform<contract.ReportRow>('reports.draft-report', draft)
  const { texts } = await readJson<{ texts: Record<string, string> }>('nine-month-2023-texts')
  for (const [key, text] of Object.entries(texts)) {
    await deps.perform('reports.update-section', { reportId, key, text, version: 0 })
  }
  const { revision } = await deps.perform<contract.ReportDetail>('reports.get-report', { reportId })
  const note = 'Nộp đúng như văn bản công khai, kể cả chỗ còn trống.'
  const submitted = await deps.perform<contract.ReportRow>('reports.submit-for-signature', {
    reportId,
    revision,
    withGaps: true,
    note,
  })
  const signed = await deps.perform<contract.ReportRow>('reports.sign-off', { reportId, revision: submitted.revision })
  const issue = { reportId, revision: signed.revision, issuedOn: ISSUED_ON, overrideReason: AS_PUBLISHED }
  await deps.perform('reports.issue-report', issue)
}

async function loadWardDraft(deps: Deps): Promise<void> {
  const template = await saveTemplate(deps, 'ward-quarter-template', (body) => body)
  const { units } = await deps.perform<{ units: Row[] }>('organisation.tree-at', { day: '2026-09-14' })
  const ward = units.find(({ code, name }) => code === '26506' && name === 'Phường Vũng Tàu')
  if (!ward) throw new Error('Phường Vũng Tàu is not in the tree of 2026.')
  const draft = { templateId: template, unitId: ward.unitId, period: '2026-Q3' }
  const { reportId } = await deps.perform<contract.ReportRow>('reports.draft-report', draft)
  const text = 'Xin bổ sung lý do hồ sơ trễ hạn trước khi trình.'
  await deps.perform('reports.comment', { reportId, place: 's1', text })
}

async function saveTemplate({ perform }: Deps, file: string, complete: (body: Template) => Template): Promise<string> {
  const { code, name, body } = await readJson<{ code: string; name: string; body: Template }>(file)
  const input = { code, name, body: complete(body), basedOn: 0, note: 'Bản đầu' }
  return (await perform<{ templateId: string }>('reports.save-template', input)).templateId
}

/** The units of the report by the short names of the source. */
async function unitsOf2023({ perform }: Deps): Promise<(slug: string) => string> {
  const { units } = await perform<{ units: Row[] }>('organisation.tree-at', { day: REPORT_DAY })
  const rows = await readUnitRows('units-2021')
  return (slug) => {
    const row = rows.find((one) => one.slug === slug)
    const unit = units.find(({ code, name }) => name === row?.name && code === row.code)
    if (!unit) throw new Error(`The report names a unit that is not there: ${slug}`)
    return unit.unitId
  }
}

const WARDS = [1, 2, 3, 4, 5, 'thang-nhi', 7, 8, 9, 10, 11, 12, 'thang-tam', 'rach-dua', 'thang-nhat', 'nguyen-an-ninh']

/** The wards stand beside the committee in the tree, not under it: the template lists them. */
function unitsOf(
  { key, units }: Template['groups'][number],
  find: (slug: string) => string,
): Template['groups'][number]['units'] {
  if (key === 'wards') {
    return { by: 'list', unitIds: [...WARDS.map((ward) => find(`vt-phuong-${ward}`)), find('vt-xa-long-son')] }
  }
  return key === 'wards-total' ? { by: 'list', unitIds: [find('vt-phuong-xa-17')] } : units
}

async function readJson<T>(file: string): Promise<T> {
  // Our own files; what is in them is checked by the operations that take it.
  return JSON.parse(await readFile(join(import.meta.dirname, 'data/reports', `${file}.json`), 'utf8')) as T
}
