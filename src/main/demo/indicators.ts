import type { z } from 'zod'
import type * as contract from '#modules/indicators/contract.ts'
import type { DemoDeps } from './deps.ts'
import { load2026 } from './indicators-2026.ts'
import { csvText, type Row, readRows } from './indicators-rows.ts'
import { readUnitRows } from './organisation-rows.ts'

type Deps = Pick<DemoDeps, 'perform'>
type Input<E extends { input: z.ZodObject }> = z.input<E['input']>

const YEAR = { validFrom: '2023-01-01', validTo: '2024-01-01' }
const PERIOD = '2023-9M'
const REPORT_DAY = '2023-09-14'
const REPORT = 'Báo cáo 9 tháng năm 2023 của UBND thành phố Vũng Tàu'
const CITY = 'vt-ubnd'

const FORMS: Record<string, { code: string; vi: string; en: string }> = {
  table1_documents: {
    code: 'bang-1-van-ban',
    vi: 'Bảng 1. Văn bản trên phần mềm quản lý',
    en: 'Table 1. Documents on the software',
  },
  table2_signatures: { code: 'bang-2-chu-ky-so', vi: 'Bảng 2. Chữ ký số', en: 'Table 2. Digital signatures' },
  table3_digitisation: { code: 'bang-3-so-hoa', vi: 'Bảng 3. Số hóa kết quả', en: 'Table 3. Digitisation' },
  table4a_one_stop: { code: 'bang-4a-mot-cua', vi: 'Bảng 4a. Một cửa điện tử', en: 'Table 4a. One-stop service' },
  table4b_portal: { code: 'bang-4b-cong-dich-vu', vi: 'Bảng 4b. Cổng dịch vụ công', en: 'Table 4b. Service portal' },
  table5a_payment_procedures: {
    code: 'bang-5a-thanh-toan-tthc',
    vi: 'Bảng 5a. TTHC thanh toán trực tuyến',
    en: 'Table 5a. Procedures paid online',
  },
  table5b_payment_transactions: {
    code: 'bang-5b-giao-dich',
    vi: 'Bảng 5b. Giao dịch thanh toán',
    en: 'Table 5b. Payment transactions',
  },
}
const TABLES = Object.keys(FORMS)

/** Percentages printed beside a table's counts are kept in words, beside the count they belong to. */
const STATED: Record<string, Record<string, string>> = {
  table5a_payment_procedures: { c2_procedures_synced: 'c3_raw', c5_procedures_paid_online: 'c6_raw' },
  table5b_payment_transactions: { c2_transactions_online_ok: 'c3_raw', c5_dossiers_paid_online: 'c6_raw' },
}
/** Tables 5a and 5b shorten the names of their printed columns. */
const rawColumn = (column: string) => `${/^(c\d)_/.exec(column)?.[1] ?? column}_raw`

/** Loads the indicators, targets and reported figures of 2023, and the invented ones of 2026. Does nothing when they are there. */
export async function loadIndicatorsDemo(deps: Deps): Promise<void> {
  // Others bring measures of their own, which are there from the first day: a form is the demonstration's.
  const { forms } = await deps.perform<{ forms: unknown[] }>('indicators.list-forms', {})
  if (forms.length > 0) return
  const units = await unitsOf2023(deps)
  await loadTables(deps, units)
  await loadIndicators(deps, units)
  await load2026(deps)
}

type Unit = { readonly id: string; readonly code: string; readonly name: string }
type Units = (slug: string) => Unit

/** The units of the report, by the short names of the source. */
async function unitsOf2023({ perform }: Deps): Promise<Units> {
  const { units } = await perform<{ units: { unitId: string; code: string | null; name: string }[] }>(
    'organisation.tree-at',
    {
      day: REPORT_DAY,
    },
  )
  const rows = new Map((await readUnitRows('units-2021')).map((row) => [row.slug, row]))
  return (slug) => {
    const row = rows.get(slug)
    const unit = units.find(({ code, name }) => name === row?.name && code === row.code)
    if (!unit) throw new Error(`The report names a unit that is not there: ${slug}`)
    return { id: unit.unitId, code: unit.code ?? '', name: unit.name }
  }
}

async function loadTables(deps: Deps, units: Units): Promise<void> {
  const measures = await readRows('measures')
  for (const measure of measures) await deps.perform('indicators.define-measure', measureOf(measure))
  const lines: string[][] = []
  for (const table of TABLES) {
    const columns = measures.filter((measure) => measure('table') === table)
    const rows = (await readRows(table)).filter((row) => row('agency_id') !== '')
    const form = FORMS[table]
    if (form) {
      const asked = rows.map((row) => units(row('agency_id')).id)
      await deps.perform(
        'indicators.define-form',
        formOf(
          form,
          columns.map((column) => column('code')),
          asked,
        ),
      )
    }
    lines.push(...rows.flatMap((row) => columns.flatMap((column) => lineOf(table, row, column, units))))
  }
  await importLines(deps, lines)
}

function measureOf(row: Row): Input<typeof contract.defineMeasure> {
  return {
    code: row('code'),
    name: { vi: row('name_vi'), en: row('name_en') },
    nature: row('nature') === 'stock' ? 'stock' : 'flow',
    source: 'reported',
    unit: { vi: row('unit_vi'), en: row('unit_en') },
    topic: FORMS[row('table')]?.vi ?? '',
    validFrom: YEAR.validFrom,
  }
}

function formOf(
  form: { code: string; vi: string; en: string },
  measures: string[],
  asked: string[],
): Input<typeof contract.defineForm> {
  return {
    code: form.code,
    name: { vi: form.vi, en: form.en },
    periodKind: 'nine-months',
    approvalLevels: 1,
    measures,
    units: [...new Set(asked)],
    validFrom: YEAR.validFrom,
  }
}

/** One value of a table; a blank cell is not reported and makes no line. */
function lineOf(table: string, row: Row, column: Row, units: Units): string[][] {
  const name = column('column')
  const raw = row(rawColumn(name))
  const stated = row(STATED[table]?.[name] ?? '')
  if (raw === '') return []
  const unit = units(row('agency_id'))
  // A cell that is no count (`24 loại`, `100%`) is kept in words only.
  const value = row(name)
  const note = stated === '' ? '' : `Tỷ lệ nêu trong báo cáo: ${stated}`
  const source = `${REPORT}, ${FORMS[table]?.vi ?? table}, dòng ${row('line')}`
  return [[unit.code, unit.name, column('code'), PERIOD, value, raw, note, source]]
}

const HEADING = ['Mã đơn vị', 'Đơn vị', 'Mã số liệu', 'Kỳ', 'Giá trị', 'Nguyên văn', 'Ghi chú', 'Nguồn']

async function importLines({ perform }: Deps, lines: readonly (readonly string[])[]): Promise<void> {
  const answer = await perform<{ stored: boolean; conflicts: readonly unknown[] }>('indicators.import-observations', {
    source: { text: csvText([HEADING, ...lines]) },
    dryRun: false,
  })
  if (!answer.stored)
    throw new Error(`The report's figures were refused: ${JSON.stringify(answer.conflicts.slice(0, 3))}`)
}

async function loadIndicators(deps: Deps, units: Units): Promise<void> {
  const names = new Map((await readRows('indicators')).map((row) => [row('row_id'), row]))
  const rows = await readRows('table6_indicators')
  const codes: string[] = []
  const lines: string[][] = []
  for (const row of rows) {
    const words = names.get(row('row_id'))
    if (!words) throw new Error(`No names for ${row('row_id')}`)
    codes.push(...(await defineIndicator(deps, row, words)))
    for (const target of targetsOf(row)) await deps.perform('indicators.set-target', target)
    lines.push(...resultOf(row, units(CITY)))
  }
  const form = {
    code: 'bang-6-chi-tieu',
    vi: 'Bảng 6. Chỉ tiêu chuyển đổi số',
    en: 'Table 6. Digital transformation indicators',
  }
  await deps.perform('indicators.define-form', formOf(form, codes, [units(CITY).id]))
  await importLines(deps, lines)
}

const codeOf = (row: Row, side: 'n' | 'd') => `t6_${row('row_id').toLowerCase().replaceAll('.', '_')}_${side}`
const GROUPS_EN: Record<string, string> = {
  I: 'I. Digital government',
  II: 'II. Digital economy',
  III: 'III. Digital society',
  IV: 'IV. Network safety and security',
  V: 'V. Smart city and applications for the people',
}

async function defineIndicator({ perform }: Deps, row: Row, words: Row): Promise<string[]> {
  const unit = { vi: words('unit_vi'), en: words('unit_en') }
  const measure = (side: 'n' | 'd', name: { vi: string; en: string }): Input<typeof contract.defineMeasure> => ({
    code: codeOf(row, side),
    name: { vi: `${name.vi} (${row('row_id')})`, en: `${name.en} (${row('row_id')})` },
    nature: 'stock',
    source: 'reported',
    unit,
    topic: 'Bảng 6. Chỉ tiêu chuyển đổi số',
    validFrom: YEAR.validFrom,
  })
  const top = measure('n', { vi: words('numerator_vi'), en: words('numerator_en') })
  const bottom = measure('d', { vi: words('denominator_vi'), en: words('denominator_en') })
  await perform('indicators.define-measure', top)
  await perform('indicators.define-measure', bottom)
  const rowCode = row('row_id').replace(/\.[ab]$/, '')
  await perform('indicators.define-indicator', {
    code: row('row_id'),
    partOf: row('part') === '' ? null : { rowCode, label: { vi: row('part_label_vi'), en: words('part_label_en') } },
    group: { code: row('group_no'), name: { vi: row('group'), en: GROUPS_EN[row('group_no')] ?? row('group') } },
    name: { vi: row('indicator'), en: words('name_en') },
    kind: 'ratio',
    numerator: `[${top.code}]`,
    denominator: `[${bottom.code}]`,
    validFrom: YEAR.validFrom,
  } satisfies Input<typeof contract.defineIndicator>)
  return [top.code, bottom.code]
}

const LEVELS = [
  ['national', 'nation'],
  ['province', 'province'],
  ['city', 'city'],
] as const

/** The three levels' targets as printed. Where one printed cell sets two parts, each part's indicator takes its own. */
function targetsOf(row: Row): Input<typeof contract.setTarget>[] {
  return LEVELS.flatMap(([column, level]) => {
    const text = row(`${column}_target_raw`)
    const isOther = row('part') !== '' && row(`${column}_target`) === ''
    if (text === '' || isOther) return []
    const part = text.includes(';') ? (row('part') === 'b' ? 2 : 1) : null
    return [
      { indicator: row('row_id'), level, text, part, ...YEAR, source: `${REPORT}, bảng 6, dòng ${row('row_id')}` },
    ]
  })
}

/** The result: numerator and denominator with the whole printed text beside them, or the text alone. */
function resultOf(row: Row, city: Unit): string[][] {
  const printed = row('result_raw')
  const source = `${REPORT}, bảng 6, dòng ${row('row_id')}`
  const line = (side: 'n' | 'd', value: string, raw: string, note: string) => [
    city.code,
    city.name,
    codeOf(row, side),
    PERIOD,
    value,
    raw,
    note,
    source,
  ]
  const [n, d] = [row('numerator'), row('denominator')]
  if (n === '' || d === '') return [line('n', '', printed, ''), line('d', '', printed, '')]
  return [line('n', n, row('numerator_raw'), printed), line('d', d, row('denominator_raw'), '')]
}
