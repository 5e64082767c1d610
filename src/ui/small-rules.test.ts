import { expect, test } from 'vitest'
import { z } from 'zod'
import { dayField, line } from '#kernel/fields.ts'
import { marksWithRoom, nextMark } from './day-slider-marks.ts'
import { fileKindNames } from './file-kinds.ts'
import { detailsByField, wrongFields } from './form-check.ts'
import { MENU_SECTIONS } from './module.ts'
import { beginsOpen, currentEntry, initials, menuGroups } from './shell-rules.ts'

test('the menu marks the entry with the longest matching address', () => {
  const menu = [{ to: '/' }, { to: '/units' }, { to: '/units/import' }]
  expect(currentEntry(menu, '/units/import')).toEqual({ to: '/units/import' })
  expect(currentEntry(menu, '/units/42')).toEqual({ to: '/units' })
  expect(currentEntry(menu, '/')).toEqual({ to: '/' })
  expect(currentEntry(menu, '/unitsandmore')).toBeUndefined()
})

test('the menu stands in groups, each entry in one, in the order of the groups and without empty ones', () => {
  const menu = [
    { to: '/roles', section: 'access' },
    { to: '/', section: 'today' },
    { to: '/search', section: 'today' },
  ] as const
  expect(menuGroups(menu)).toEqual([
    { section: 'today', entries: [menu[1], menu[2]] },
    { section: 'access', entries: [menu[0]] },
  ])
  expect(menuGroups([])).toEqual([])
})

test('a group begins open when it is daily work, and as it was left when somebody folded or unfolded it', () => {
  expect(MENU_SECTIONS.filter((section) => beginsOpen(section, null))).toEqual(MENU_SECTIONS.slice(0, 7))
  expect(beginsOpen('today', 'folded')).toBe(false)
  expect(beginsOpen('system', 'open')).toBe(true)
  expect(beginsOpen('today', 'nonsense')).toBe(true)
})

test('initials are the first and the last word of a name', () => {
  expect(initials('Nguyễn Thị Lan')).toBe('NL')
  expect(initials('đức')).toBe('Đ')
  expect(initials('  ')).toBe('')
})

test('Page Up and Page Down jump to the days on which something changed', () => {
  const marks = [{ day: '2025-07-01' }, { day: '2003-01-01' }]
  expect(nextMark('PageUp', '2003-01-01', marks)).toBe('2025-07-01')
  expect(nextMark('PageDown', '2026-01-01', marks)).toBe('2025-07-01')
  expect(nextMark('PageUp', '2025-07-01', marks)).toBeUndefined()
  expect(nextMark('ArrowUp', '2003-01-01', marks)).toBeUndefined()
})

test('of the days on a slider that would cover each other, the later keeps its words', () => {
  const [founded, merged, moved, last] = [0, 0.93, 0.95, 1].map((share) => ({ share }))
  const marks = [founded, merged, moved, last].filter((mark) => mark !== undefined)
  expect([...marksWithRoom(marks, 1000, 88)]).toEqual([last, founded])
  expect([...marksWithRoom(marks, 5000, 88)]).toEqual([last, moved, merged, founded])
  expect([...marksWithRoom(marks, 100, 88)]).toEqual([last])
})

test('days on both sides of the middle are written away from each other', () => {
  const [before, after] = [{ share: 0.4 }, { share: 0.6 }]
  expect(marksWithRoom([before, after], 100, 40).size).toBe(1)
  expect(marksWithRoom([before, after], 500, 88).size).toBe(1)
  expect(marksWithRoom([before, after], 1000, 88).size).toBe(2)
})

test('a form says before sending which field is empty and which is wrong, and leaves strange fields alone', () => {
  const schema = z.object({ name: line(20), from: dayField, note: z.string().optional(), later: z.string() })
  const wrong = wrongFields(schema, { name: '', from: '2023-02-30', note: undefined, file: null })
  expect(wrong.map(({ path, code }) => [path, code])).toEqual([
    ['name', 'platform/required'],
    ['from', 'platform/invalid-field'],
  ])
})

test('a refused path of the contract reaches the field that the form calls otherwise', () => {
  const refused = ['name.vi', 'name.vi.0', 'name', 'code', 'names.vi'].map((path) => ({
    path,
    code: 'c',
    message: 'm',
  }))
  const brought = detailsByField(refused, { 'name.vi': 'nameVi' })
  expect(brought.map(({ path }) => path)).toEqual(['nameVi', 'nameVi', 'name', 'code', 'names.vi'])
  expect(brought[0]).toMatchObject({ code: 'c', message: 'm' })
})

test('the kinds of files are called what people call them, each once', () => {
  expect(fileKindNames('image/*,.pdf', 'ảnh')).toEqual(['ảnh', 'PDF'])
  expect(fileKindNames('.csv, .JSON', 'ảnh')).toEqual(['CSV', 'JSON'])
  expect(fileKindNames('image/png,image/jpeg,.doc,.docx,.xlsx,application/pdf', 'pictures')).toEqual([
    'pictures',
    'Word',
    'Excel',
    'PDF',
  ])
  expect(fileKindNames('', 'ảnh')).toEqual([])
})
