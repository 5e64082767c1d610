import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import * as indicators from '#modules/indicators/contract.ts'
import * as units from '#modules/organisation/contract.ts'
import * as contract from '../contract.ts'
import type { Template } from '../domain/template.ts'

/** A city with two offices and three wards that counts its documents and dossiers, and a template for its nine months. */
export type City = {
  readonly unitIds: Readonly<Record<'city' | 'office1' | 'office2' | 'ward1' | 'ward2' | 'ward3' | 'other', string>>
  readonly templateId: string
}

/** The part of the test's caller that the fixture needs. */
type Caller = {
  call<I extends z.ZodObject, O extends z.ZodType>(
    endpoint: Endpoint<I, O>,
    input?: z.input<I> | Record<string, unknown>,
  ): Promise<{ readonly status: number; readonly body: z.output<O>; readonly problem: unknown }>
}

/** Builds the city through operations alone. */
export async function buildCity(root: Caller): Promise<City> {
  const unit = (key: string, name: string, kind: string, level: string, parent?: string) => ({
    key,
    name,
    kind,
    level,
    code: kind === 'office' ? null : key,
    ...(parent && { parent: { key: parent } }),
  })
  const { created } = await done(root, units.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      {
        kind: 'create',
        to: [
          unit('city', 'Thành phố Vũng Tàu', 'provincial-city', 'district'),
          unit('office1', 'Phòng Nội vụ', 'office', 'district', 'city'),
          unit('office2', 'Phòng Kinh tế', 'office', 'district', 'city'),
          unit('ward1', 'Phường 1', 'ward', 'commune', 'city'),
          unit('ward2', 'Phường 2', 'ward', 'commune', 'city'),
          unit('ward3', 'Phường 10', 'ward', 'commune', 'city'),
          unit('other', 'Thành phố Bà Rịa', 'provincial-city', 'district'),
        ],
      },
    ],
  })
  const unitIds = created as City['unitIds']
  await defineFigures(root)
  await recordFigures(root, unitIds)
  const { templateId } = await done(root, contract.saveTemplate, {
    code: 'bao-cao-9-thang',
    name: 'Báo cáo 9 tháng',
    body: smallTemplate(),
    basedOn: 0,
  })
  return { unitIds, templateId }
}

async function defineFigures(root: Caller): Promise<void> {
  const sources = { vb_di: 'counted', ho_so: 'counted', dung_han: 'counted', dan_so: 'reported' } as const
  for (const [code, source] of Object.entries(sources)) {
    await done(root, indicators.defineMeasure, {
      code,
      source,
      nature: 'flow',
      unit: { vi: 'việc', en: 'items' },
      validFrom: '2020-01-01',
      name: { vi: `Số ${code}`, en: code },
    })
  }
  for (const [code, numerator, denominator] of [
    ['I.01', '[dung_han]', '[ho_so]'],
    ['I.02', '[dung_han]', '[dan_so]'],
  ]) {
    await done(root, indicators.defineIndicator, {
      code,
      numerator,
      denominator,
      kind: 'ratio',
      validFrom: '2020-01-01',
      group: { code: 'I', name: { vi: 'I. Chính quyền số', en: 'I. Digital government' } },
      name: { vi: `Tỷ lệ ${code}`, en: `Share ${code}` },
    })
  }
  await done(root, indicators.setTarget, {
    indicator: 'I.01',
    level: 'city',
    text: 'Trên 80%',
    validFrom: '2020-01-01',
  })
}

/** Letters: city 5, offices 10 and 20, wards 1, 2, 3. Dossiers of the city: 90 of 120 on time. */
async function recordFigures(
  root: Caller,
  { city, office1, office2, ward1, ward2, ward3 }: City['unitIds'],
): Promise<void> {
  const fact = (measure: string, unitId: string, value: string) => ({ measure, unitId, value, day: '2023-03-01' })
  await done(root, indicators.recordFacts, {
    facts: [
      fact('vb_di', city, '5'),
      fact('vb_di', office1, '10'),
      fact('vb_di', office2, '20'),
      fact('vb_di', ward1, '1'),
      fact('vb_di', ward2, '2'),
      fact('vb_di', ward3, '3'),
      fact('ho_so', city, '120'),
      fact('dung_han', city, '90'),
    ],
  })
}

const count = (key: string, headers: string[], code: string) => ({
  key,
  headers,
  width: 15,
  align: 'right' as const,
  cell: {
    kind: 'figure' as const,
    of: { kind: 'measure' as const, code },
    as: 'count' as const,
    period: 'this' as const,
  },
})

/** A report with every kind of place: text with figures, hand-written text, a table of units, a table of indicators. */
export function smallTemplate(): Template {
  return {
    demonstration: true,
    periodKind: 'nine-months',
    regime: 'cut-off',
    header: {
      parentAgency: 'UBND tỉnh',
      agency: 'Ủy ban nhân dân thành phố Vũng Tàu',
      place: 'Vũng Tàu',
      typeName: 'BÁO CÁO',
      symbol: 'BC-UBND',
      abstract: 'Tình hình chuyển đổi số {{period}}',
      bases: ['Thực hiện Quyết định số 1;', 'Thực hiện Quyết định số 2.'],
      opening: 'Kết quả {{period}} như sau:',
    },
    groups: [
      { key: 'offices', name: 'Phòng, ban', units: { by: 'children', kinds: ['office'] } },
      { key: 'wards', name: 'Phường, xã', units: { by: 'children', kinds: ['ward', 'commune'] } },
    ],
    sections: [
      {
        key: 's1',
        number: '1.',
        title: 'Văn bản',
        level: 1,
        blocks: [
          {
            kind: 'text',
            key: 's1.text',
            style: 'paragraph',
            text: 'Thành phố gửi {{measure:vb_di}} văn bản, các phường {{measure:vb_di | unit=wards}}; đúng hạn {{indicator:I.01}}.',
          },
          {
            kind: 'table',
            key: 'table1',
            caption: '',
            columns: [
              { key: 'stt', headers: ['TT'], cell: { kind: 'ordinal' }, width: 5, align: 'center' },
              { key: 'name', headers: ['Đơn vị'], cell: { kind: 'label' }, width: 30, align: 'left' },
              count('out', ['Văn bản', 'Đi'], 'vb_di'),
              count('cases', ['Văn bản', 'Hồ sơ'], 'ho_so'),
              {
                key: 'share',
                headers: ['Tỷ lệ'],
                width: 10,
                align: 'right',
                cell: { kind: 'ratio', numerator: 'out', denominator: 'cases' },
              },
            ],
            rows: [
              {
                kind: 'group',
                key: 'city',
                group: 'self',
                reach: 'own',
                ordinal: 'I',
                label: 'UBND thành phố',
                bold: true,
              },
              { kind: 'units', key: 'offices', group: 'offices', reach: 'own' },
              { kind: 'heading', key: 'wards-heading', ordinal: 'II', label: 'Phường, xã' },
              { kind: 'units', key: 'wards', group: 'wards', reach: 'own' },
              { kind: 'total', key: 'total', label: 'Tổng cộng', of: ['city', 'offices', 'wards'] },
            ],
          },
        ],
      },
      {
        key: 's2',
        number: '2.',
        title: 'Chỉ tiêu',
        level: 1,
        blocks: [
          {
            kind: 'table',
            key: 'table2',
            caption: '',
            columns: [
              { key: 'stt', headers: ['STT'], cell: { kind: 'ordinal' }, width: 5, align: 'center' },
              { key: 'name', headers: ['Nội dung'], cell: { kind: 'label' }, width: 30, align: 'left' },
              {
                key: 'target',
                headers: ['Chỉ tiêu'],
                cell: { kind: 'target', level: 'city' },
                width: 10,
                align: 'center',
              },
              { key: 'result', headers: ['Kết quả'], cell: { kind: 'result' }, width: 30, align: 'left' },
            ],
            rows: [{ kind: 'indicators', key: 'group-i', indicatorGroup: 'I', heading: true }],
          },
          { kind: 'hand', key: 's2.text', style: 'bullet', prompt: 'Đánh giá chung', required: true },
        ],
      },
    ],
    closing: 'Trên đây là báo cáo {{period}}./.',
    recipients: ['UBND tỉnh', 'Lưu: VT'],
    signer: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Văn Thử' },
  }
}

/** The answer of a call that must succeed; throws with the problem when it does not. */
export async function done<I extends z.ZodObject, O extends z.ZodType>(
  caller: Caller,
  endpoint: Endpoint<I, O>,
  input: z.input<I> | Record<string, unknown>,
): Promise<z.output<O>> {
  const { status, body, problem } = await caller.call(endpoint, input)
  if (status >= 300) throw new Error(`${endpoint.id}: ${JSON.stringify(problem)}`)
  return body
}

/** A draft of the city's nine months of 2023. */
export async function draft(caller: Caller, { templateId, unitIds }: City): Promise<contract.ReportRow> {
  return done(caller, contract.draftReport, { templateId, unitId: unitIds.city, period: '2023-9M' })
}

/** The draft submitted with its gaps, signed and issued on 5 October 2023. */
export async function issue(caller: Caller, city: City): Promise<contract.ReportRow & { seal: string }> {
  const { reportId } = await draft(caller, city)
  const submitted = await done(caller, contract.submitForSignature, { reportId, revision: 1, withGaps: true })
  const signed = await done(caller, contract.signOff, { reportId, revision: submitted.revision })
  return done(caller, contract.issueReport, { reportId, revision: signed.revision, issuedOn: '2023-10-05' })
}
