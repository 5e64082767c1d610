/** The tier of government a unit belongs to. `district` existed until 30 June 2025. */
export const LEVELS = ['nation', 'province', 'district', 'commune'] as const
export type Level = (typeof LEVELS)[number]

/** Kinds that are a piece of the country: they carry GSO codes, and facts of people and land. */
export const TERRITORY_KINDS = [
  'country',
  'province',
  'central-city',
  'district',
  'town',
  'provincial-city',
  'ward',
  'commune',
  'township',
  'special-zone',
] as const

/** Kinds that are an organ, an office or a mere heading within a territory. `group`: a reporting group, not a territory. */
export const AGENCY_KINDS = [
  'peoples-committee',
  'peoples-council',
  'party',
  'department',
  'office',
  'public-unit',
  'committee',
  'group',
] as const

export const UNIT_KINDS = [...TERRITORY_KINDS, ...AGENCY_KINDS] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export const CHANGE_KINDS = ['create', 'merge', 'split', 'rename', 'recode', 'move', 'dissolve'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What the amounts of a change count: persons, square metres, or nothing is known. */
export const BASES = ['population', 'area', 'none'] as const
export type Basis = (typeof BASES)[number]

/** What an import makes of a row. */
export const IMPORT_RESULTS = [
  'added',
  'merged',
  'renamed',
  'recoded',
  'moved',
  'unchanged',
  'ended',
  'refused',
] as const
export type ImportResult = (typeof IMPORT_RESULTS)[number]

/** Whether the kind is a piece of the country and not an organ within it. */
export function isTerritory(kind: UnitKind): boolean {
  return (TERRITORY_KINDS as readonly UnitKind[]).includes(kind)
}

const PREFIXES: readonly (readonly [string, UnitKind, Level])[] = [
  ['thành phố trực thuộc trung ương', 'central-city', 'province'],
  ['đặc khu', 'special-zone', 'commune'],
  ['phường', 'ward', 'commune'],
  ['xã', 'commune', 'commune'],
  ['thị trấn', 'township', 'commune'],
  ['tỉnh', 'province', 'province'],
  ['huyện', 'district', 'district'],
  ['quận', 'district', 'district'],
  ['thị xã', 'town', 'district'],
]

/** The kind and level a full official name begins with (`Phường Tam Thắng`), or null; `Thành phố` alone does not tell. */
export function kindOfName(name: string): { readonly kind: UnitKind; readonly level: Level } | null {
  const lower = name.normalize('NFC').toLocaleLowerCase('vi')
  const found = PREFIXES.find(([prefix]) => lower === prefix || lower.startsWith(`${prefix} `))
  return found ? { kind: found[1], level: found[2] } : null
}
