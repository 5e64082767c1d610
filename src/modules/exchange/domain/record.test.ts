import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFacts, anyProgress } from '#testing/any-dossier.ts'
import { differencesOf } from './differences.ts'
import { momentText, readMoment } from './moment.ts'
import { DEFAULT_PROFILES, MOMENT_FORMS, type Profile, VARIANTS } from './profile.ts'
import { fromDossier, fromProgress } from './read-record.ts'
import { DOSSIER_FIELDS, DOSSIER_LISTS, Dossier, PROGRESS_FIELDS, Progress, SUPPLEMENT_FIELDS } from './record.ts'
import { toDossier, toProgress } from './write-record.ts'

const anyProfile: fc.Arbitrary<Profile> = fc
  .tuple(fc.constantFrom(...VARIANTS), fc.constantFrom(...MOMENT_FORMS))
  .map(([variant, moments]) => ({
    ...DEFAULT_PROFILES[variant],
    moments,
    // Codes that tell all kinds apart; the published ones do not.
    subjectKinds: { person: '1', 'household-business': '3', enterprise: '2', organisation: '4' },
  }))

test('a dossier names every field of the published set, also when there is nothing to tell', () => {
  fc.assert(
    fc.property(anyFacts, anyProfile, (facts, profile) => {
      const dossier = toDossier(facts, profile)
      const lists = [...Object.keys(DOSSIER_LISTS), 'DanhSachHoSoBoSung']
      expect(Object.keys(dossier).toSorted()).toEqual([...DOSSIER_FIELDS, ...lists].toSorted())
      for (const [list, fields] of Object.entries(DOSSIER_LISTS))
        for (const row of dossier[list as keyof typeof DOSSIER_LISTS]) expect(Object.keys(row)).toEqual([...fields])
      for (const row of dossier.DanhSachHoSoBoSung)
        expect(Object.keys(row)).toEqual([...SUPPLEMENT_FIELDS, 'DanhSachGiayToBoSung', 'DanhSachLePhiBoSung'])
    }),
  )
})

test('what is written, sent as JSON and read again is what was told', () => {
  fc.assert(
    fc.property(anyFacts, anyProfile, (facts, profile) => {
      const travelled = Dossier.parse(JSON.parse(JSON.stringify(toDossier(facts, profile))))
      expect(fromDossier(travelled, profile)).toEqual({ facts, faults: [] })
    }),
  )
})

test('a step of the handling names its nine fields and comes back as it was told', () => {
  fc.assert(
    fc.property(anyProgress, anyProfile, (facts, profile) => {
      const travelled = Progress.parse(JSON.parse(JSON.stringify(toProgress(facts, profile))))
      expect(Object.keys(travelled)).toEqual([...PROGRESS_FIELDS])
      expect(fromProgress(travelled)).toEqual({ facts, faults: [] })
    }),
  )
})

test('with the published codes of the older interface everything but a kind that shares its code comes back', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const read = fromDossier(toDossier(facts, DEFAULT_PROFILES['one-shot']), DEFAULT_PROFILES['one-shot'])
      if (!('facts' in read)) throw new Error(JSON.stringify(read.faults))
      const isPerson = facts.subject.kind === 'person'
      expect({ ...read.facts, subject: { ...read.facts.subject, kind: '' } }).toEqual({
        ...facts,
        subject: { ...facts.subject, kind: '' },
      })
      expect(read.facts.subject.kind === 'person').toBe(isPerson)
    }),
  )
})

test('a moment is written in Vietnamese time and read in whichever of the three forms it comes', () => {
  const at = new Date('2026-11-30T17:05:09Z')
  expect(MOMENT_FORMS.map((form) => momentText(at, form))).toEqual([
    '20261201000509',
    '01/12/2026 00:05:09',
    '2026-12-01T00:05:09+07:00',
  ])
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000)),
      fc.constantFrom(...MOMENT_FORMS),
      (moment, form) => {
        expect(readMoment(momentText(moment, form))).toEqual(moment)
      },
    ),
  )
  expect(['30/02/2026', '20261301', 'hôm qua', '2026-11-31'].map(readMoment)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('any JSON at all is read into facts or into faults that name fields, and never throws', () => {
  fc.assert(
    fc.property(fc.record({ MaHoSo: fc.anything(), NgayTiepNhan: fc.string(), Gia: fc.string() }), (said) => {
      const parsed = Dossier.safeParse(said)
      if (!parsed.success) return
      const read = fromDossier(parsed.data, DEFAULT_PROFILES['one-shot'])
      expect(read.faults.map(({ field }) => field)).toContain('MaTTHC')
    }),
  )
})

test('a record differs from itself in nothing, and from another in exactly the fields that were changed', () => {
  const named = new Set([...DOSSIER_FIELDS, ...Object.keys(DOSSIER_LISTS), 'DanhSachHoSoBoSung'])
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...MOMENT_FORMS), (facts, moments) => {
      const profile = DEFAULT_PROFILES['one-shot']
      const ours = toDossier(facts, profile)
      const told = { ...ours, ...onlyMoments(toDossier(facts, { ...profile, moments })) }
      expect(differencesOf(ours, told, named)).toEqual([])
      expect(differencesOf(ours, { ...told, ChuHoSo: `${ours.ChuHoSo} khác` }, named)).toEqual([
        { field: 'ChuHoSo', ours: ours.ChuHoSo, theirs: `${ours.ChuHoSo} khác` },
      ])
      expect(differencesOf(ours, { ...told, ChuHoSo: 'khác' }, new Set(['MaHoSo']))).toEqual([])
    }),
  )
})

function onlyMoments(dossier: Dossier): Partial<Dossier> {
  return Object.fromEntries(Object.entries(dossier).filter(([name]) => name.startsWith('Ngay')))
}
