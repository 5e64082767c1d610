import type { PeriodKind } from '#kernel/period.ts'
import type { Block, Column, RowSource, Section, Template } from '../domain/template.ts'

/** A template to begin from: one section with one place to write. */
export function emptyTemplate(periodKind: PeriodKind, name: string): Template {
  return {
    demonstration: false,
    periodKind,
    regime: 'cut-off',
    header: {
      parentAgency: '',
      agency: 'Ủy ban nhân dân …',
      place: '…',
      typeName: 'BÁO CÁO',
      symbol: 'BC-UBND',
      abstract: `${name} {{period}}`,
      bases: [],
      opening: '',
    },
    groups: [],
    sections: [
      {
        key: 's1',
        number: '1.',
        title: 'Kết quả thực hiện',
        level: 1,
        blocks: [{ kind: 'hand', key: 's1.text', style: 'paragraph', prompt: 'Kết quả trong kỳ', required: true }],
      },
    ],
    closing: 'Trên đây là báo cáo {{period}}./.',
    recipients: ['Lưu: VT'],
    signer: { lines: ['CHỦ TỊCH'], name: '' },
  }
}

/** The list with one member replaced; taken out when the new one is null. */
export function replaced<T>(list: readonly T[], place: number, member: T | null): T[] {
  return member === null
    ? list.filter((_, index) => index !== place)
    : list.map((one, index) => (index === place ? member : one))
}

/** The list with a member moved one place up or down; as it is at its ends. */
export function moved<T>(list: readonly T[], place: number, by: -1 | 1): T[] {
  const next = [...list]
  const [one] = next.splice(place, 1)
  const to = place + by
  if (one === undefined || to < 0 || to > next.length) return [...list]
  next.splice(to, 0, one)
  return next
}

/** A key like `s4` or `table2` that the list does not have yet. */
export function freshKey(start: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const key = `${start}${number}`
    if (!taken.includes(key)) return key
  }
}

/** Every key of the template's sections and blocks. */
export function keysOf({ sections }: Template): string[] {
  return sections.flatMap(({ key, blocks }) => [key, ...blocks.map((block) => block.key)])
}

/** A new section at the end. */
export function withSection(template: Template): Template {
  const key = freshKey('s', keysOf(template))
  const section: Section = { key, number: `${template.sections.length + 1}.`, title: '…', level: 1, blocks: [] }
  return { ...template, sections: [...template.sections, section] }
}

export type BlockKind = 'text' | 'hand' | 'units' | 'indicators'

/** A new block of a kind, ready to be filled even before it is edited. */
export function newBlock(kind: BlockKind, template: Template): Block {
  const taken = keysOf(template)
  if (kind === 'text') return { kind, key: freshKey('text', taken), style: 'paragraph', text: '{{period}}' }
  if (kind === 'hand') return { kind, key: freshKey('hand', taken), style: 'paragraph', prompt: '…', required: true }
  const key = freshKey('table', taken)
  return kind === 'units' ? unitTable(key, template) : indicatorTable(key)
}

/** A column that a table can be given at once. */
export function newColumn(taken: readonly string[]): Column {
  return { key: freshKey('c', taken), headers: ['…'], cell: { kind: 'label' }, width: 15, align: 'right' }
}

/** A row source of a kind with what it must have. */
export function newRow(kind: RowSource['kind'], taken: readonly string[], group: string): RowSource {
  const key = freshKey('r', taken)
  const rows: { [K in RowSource['kind']]: Extract<RowSource, { kind: K }> } = {
    heading: { kind: 'heading', key, ordinal: '', label: '…' },
    units: { kind: 'units', key, group, reach: 'subtree' },
    group: { kind: 'group', key, group, reach: 'subtree', ordinal: '', label: '…', bold: false },
    indicators: { kind: 'indicators', key, indicatorGroup: 'I', heading: true },
    indicator: { kind: 'indicator', key, code: 'I.01', ordinal: '1' },
    total: { kind: 'total', key, label: 'Tổng cộng', of: taken.length > 0 ? [...taken] : [key] },
  }
  return rows[kind]
}

function unitTable(key: string, { groups }: Template): Block {
  const group = groups[0]?.key ?? 'self'
  return {
    kind: 'table',
    key,
    caption: '',
    columns: [
      { key: 'stt', headers: ['TT'], cell: { kind: 'ordinal' }, width: 8, align: 'center' },
      { key: 'name', headers: ['Tên cơ quan, đơn vị'], cell: { kind: 'label' }, width: 40, align: 'left' },
    ],
    rows: [{ kind: 'units', key: 'units', group, reach: 'subtree' }],
  }
}

function indicatorTable(key: string): Block {
  const target = (level: 'nation' | 'province' | 'city', header: string): Column => ({
    key: level,
    headers: [header],
    width: 12,
    align: 'center',
    cell: { kind: 'target', level },
  })
  return {
    kind: 'table',
    key,
    caption: '',
    columns: [
      { key: 'stt', headers: ['STT'], cell: { kind: 'ordinal' }, width: 7, align: 'center' },
      { key: 'name', headers: ['NỘI DUNG'], cell: { kind: 'label' }, width: 33, align: 'left' },
      target('nation', 'CHỈ TIÊU QUỐC GIA'),
      target('province', 'CHỈ TIÊU CỦA TỈNH'),
      target('city', 'CHỈ TIÊU CỦA THÀNH PHỐ'),
      { key: 'result', headers: ['KẾT QUẢ'], cell: { kind: 'result' }, width: 30, align: 'left' },
    ],
    rows: [{ kind: 'indicators', key: 'indicators', indicatorGroup: 'I', heading: true }],
  }
}
