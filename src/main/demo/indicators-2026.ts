import type { z } from 'zod'
import { addDays, type Day } from '#kernel/calendar.ts'
import type * as contract from '#modules/indicators/contract.ts'
import type { DemoDeps } from './deps.ts'

type Deps = Pick<DemoDeps, 'perform'>
type Input<E extends { input: z.ZodObject }> = z.input<E['input']>
type NewFact = Input<typeof contract.recordFacts>['facts'][number]

const START = '2026-01-01'
const TODAY = '2026-11-21'
const INVENTED = 'Số liệu minh họa, không có thật'
const GROUP = { code: 'MH', name: { vi: 'Minh họa 2026: năm phường, xã', en: 'Demonstration 2026: five wards' } }
/** The five wards of the former city, by their codes of 2026. */
const WARDS = ['26506', '26526', '26536', '26542', '26545']

const COUNTED = [
  ['dossiers_received', 'Hồ sơ tiếp nhận trong năm', 'Dossiers received'],
  ['dossiers_on_time', 'Hồ sơ trả đúng hạn', 'Dossiers returned on time'],
  ['dossiers_late', 'Hồ sơ trả trễ hạn', 'Dossiers returned late'],
] as const

const REPORTED = [
  ['feedback_received', 'flow', 'Phản ánh, kiến nghị tiếp nhận', 'Citizens’ reports received', 'phản ánh', 'reports'],
  [
    'feedback_on_time',
    'flow',
    'Phản ánh, kiến nghị xử lý đúng hạn',
    'Citizens’ reports handled on time',
    'phản ánh',
    'reports',
  ],
  ['documents_issued', 'flow', 'Văn bản phát hành', 'Documents issued', 'văn bản', 'documents'],
  [
    'documents_signed',
    'flow',
    'Văn bản phát hành được ký số',
    'Documents issued with a digital signature',
    'văn bản',
    'documents',
  ],
  ['staff_total', 'stock', 'Cán bộ, công chức', 'Officials', 'người', 'persons'],
  [
    'staff_trained',
    'stock',
    'Cán bộ, công chức đã tập huấn kỹ năng số',
    'Officials trained in digital skills',
    'người',
    'persons',
  ],
] as const

const INDICATORS = [
  [
    'MH.01',
    'Hồ sơ trả kết quả đúng hạn',
    'Dossiers returned on time',
    '[dossiers_on_time]',
    '[dossiers_on_time] + [dossiers_late]',
    '95%',
    '98%',
  ],
  [
    'MH.02',
    'Phản ánh của người dân xử lý đúng hạn',
    'Citizens’ reports handled on time',
    '[feedback_on_time]',
    '[feedback_received]',
    '90%',
    '95%',
  ],
  [
    'MH.03',
    'Văn bản phát hành được ký số',
    'Documents issued with a digital signature',
    '[documents_signed]',
    '[documents_issued]',
    '100%',
    '100%',
  ],
  [
    'MH.04',
    'Cán bộ, công chức được tập huấn kỹ năng số',
    'Officials trained in digital skills',
    '[staff_trained]',
    '[staff_total]',
    'Trên 60%',
    '80%',
  ],
] as const

const FORM = 'bao-cao-thang-phuong-xa'

/** Loads the invented figures of 2026: dossiers counted one by one, and monthly forms at every stage of the chain. */
export async function load2026(deps: Deps): Promise<void> {
  const wards = await wardsOf2026(deps)
  await define(deps, wards)
  await recordDossiers(deps, wards)
  await fillForms(deps, wards)
}

async function wardsOf2026({ perform }: Deps): Promise<readonly string[]> {
  const found: string[] = []
  for (const code of WARDS) {
    const { units } = await perform<{ units: { unitId: string }[] }>('organisation.list-units', {
      day: TODAY,
      code,
      level: 'commune',
    })
    const unit = units[0]
    if (!unit) throw new Error(`There is no ward ${code} in 2026.`)
    found.push(unit.unitId)
  }
  return found
}

async function define({ perform }: Deps, wards: readonly string[]): Promise<void> {
  const measure = (input: Input<typeof contract.defineMeasure>) => perform('indicators.define-measure', input)
  const topic = 'Minh họa 2026'
  for (const [code, vi, en] of COUNTED) {
    const unit = { vi: 'hồ sơ', en: 'dossiers' }
    await measure({ code, name: { vi, en }, nature: 'flow', source: 'counted', unit, topic, validFrom: START })
  }
  for (const [code, nature, vi, en, unitVi, unitEn] of REPORTED) {
    const unit = { vi: unitVi, en: unitEn }
    await measure({ code, name: { vi, en }, nature, source: 'reported', unit, topic, validFrom: START })
  }
  for (const [code, vi, en, numerator, denominator, province, ward] of INDICATORS) {
    await perform('indicators.define-indicator', {
      code,
      group: GROUP,
      name: { vi, en },
      kind: 'ratio',
      numerator,
      denominator,
      sourceNote: INVENTED,
      validFrom: START,
    } satisfies Input<typeof contract.defineIndicator>)
    const targets = [
      ['province', province],
      ['ward', ward],
    ] as const
    for (const [level, text] of targets) {
      const validity = { validFrom: START, validTo: '2027-01-01', source: INVENTED }
      await perform('indicators.set-target', { indicator: code, level, text, ...validity } satisfies Input<
        typeof contract.setTarget
      >)
    }
  }
  await perform('indicators.define-form', {
    code: FORM,
    name: { vi: 'Báo cáo tháng của phường, xã (minh họa)', en: 'Monthly report of wards (demonstration)' },
    periodKind: 'month',
    dueWorkingDays: 2,
    approvalLevels: 1,
    measures: REPORTED.map(([code]) => code),
    units: [...wards],
    validFrom: START,
  } satisfies Input<typeof contract.defineForm>)
}

/** The same numbers on every load: a small linear congruential generator. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** Some thousands of dossiers, each received one day and most returned some days later, each with a made-up number. */
async function recordDossiers({ perform }: Deps, wards: readonly string[]): Promise<void> {
  const next = chance(2026)
  const facts: NewFact[] = []
  wards.forEach((unitId, ward) => {
    let number = 0
    for (let day: Day = START; day <= TODAY; day = addDays(day, 1)) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
      if (weekday === 0 || weekday === 6) continue
      for (let count = Math.floor(next() * (4 - ward * 0.4)); count > 0; count--) {
        number++
        const id = `MH-${WARDS[ward]}-${String(number).padStart(5, '0')}`
        const subject = { kind: 'dossier', id, label: `Hồ sơ minh họa ${id}` }
        facts.push({ measure: 'dossiers_received', unitId, day, value: '1', subject })
        const returned = addDays(day, 1 + Math.floor(next() * 18))
        const late = next() < 0.03 + ward * 0.015
        if (returned <= TODAY)
          facts.push({
            measure: late ? 'dossiers_late' : 'dossiers_on_time',
            unitId,
            day: returned,
            value: '1',
            subject,
          })
      }
    }
  })
  for (let start = 0; start < facts.length; start += 1000) {
    await perform('indicators.record-facts', { facts: facts.slice(start, start + 1000) })
  }
}

/**
 * Ten months are approved but for one ward that is late; of November two wards are approved, one waits, one was returned, one has
 * nothing yet; December is open.
 */
async function fillForms(deps: Deps, wards: readonly string[]): Promise<void> {
  const next = chance(11)
  for (let month = 1; month <= 11; month++) {
    for (const [ward, unitId] of wards.entries()) {
      const period = `2026-M${String(month).padStart(2, '0')}`
      if ((month === 11 && ward === 4) || (month === 10 && ward === 3)) continue
      await fillForm(deps, {
        unitId,
        period,
        next,
        stop: month < 11 || ward < 2 ? 'approved' : ward === 2 ? 'submitted' : 'returned',
      })
    }
  }
}

type Filling = {
  readonly unitId: string
  readonly period: string
  readonly next: () => number
  readonly stop: 'approved' | 'submitted' | 'returned'
}

async function fillForm({ perform }: Deps, { unitId, period, next, stop }: Filling): Promise<void> {
  const feedback = 20 + Math.floor(next() * 60)
  const issued = 150 + Math.floor(next() * 200)
  const staff = 60 + Math.floor(next() * 6)
  const part = (whole: number, least: number) => Math.floor(whole * (least + next() * (1 - least)))
  const numbers = [feedback, part(feedback, 0.75), issued, part(issued, 0.92), staff, part(staff, 0.6)]
  const entries = REPORTED.map(([measure], index) => ({ measure, raw: String(numbers[index] ?? 0) }))
  const { sheetId } = await perform<{ sheetId: string }>('indicators.save-observations', {
    form: FORM,
    unitId,
    period,
    entries,
  })
  await perform('indicators.submit-sheet', { sheetId, comment: '' })
  if (stop === 'approved') await perform('indicators.approve-sheet', { sheetId, comment: '' })
  if (stop === 'returned') {
    await perform('indicators.return-sheet', {
      sheetId,
      comment: 'Số phản ánh xử lý đúng hạn thấp hơn tháng trước nhiều: xin kiểm tra lại.',
    })
  }
}
