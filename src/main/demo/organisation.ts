import type { z } from 'zod'
import type * as contract from '#modules/organisation/contract.ts'
import { demoAppointments } from './organisation-officials.ts'
import { demoPlaces } from './organisation-places.ts'
import { type Perform, readUnitRows, type UnitRow } from './organisation-rows.ts'

type ChangeRequest = z.input<typeof contract.applyChange.input>
type Act = ChangeRequest['acts'][number]
type Ref = { unitId: string } | { key: string }

/** The days on which the demonstration's tree changes. */
const FOUNDING = '2021-01-01'
const COMMUNES_KNOWN = '2025-01-01'
const PHU_MY_CITY = '2025-03-01'
const TWO_TIERS = '2025-07-01'
const DONG_NAI_CITY = '2026-04-30'

const PROVINCES_DECISION = {
  number: '202/2025/QH15',
  issuedOn: '2025-06-12',
  issuer: 'Quốc hội',
  title: 'Nghị quyết về việc sắp xếp đơn vị hành chính cấp tỉnh',
  certainty: 'unchecked' as const,
}
const COMMUNES_DECISION = {
  number: '1685/NQ-UBTVQH15',
  issuedOn: '2025-06-16',
  issuer: 'Ủy ban thường vụ Quốc hội',
  title: 'Nghị quyết về việc sắp xếp các đơn vị hành chính cấp xã của Thành phố Hồ Chí Minh năm 2025',
  certainty: 'unchecked' as const,
}
const DISTRICTS_DECISION = {
  number: '72/2025/QH15',
  issuedOn: '2025-06-16',
  issuer: 'Quốc hội',
  title: 'Luật Tổ chức chính quyền địa phương',
  certainty: 'unchecked' as const,
}

/** Loads the units of the demonstration city, 2021 to today, with their officials. Does nothing when they are there. */
export async function loadOrganisationDemo(deps: Perform): Promise<void> {
  const { total } = await deps.perform<{ total: number }>('organisation.list-units', { day: FOUNDING, limit: 1 })
  if (total > 0) return
  const ids = new Map<string, string>()
  const apply = async (request: ChangeRequest) => {
    const { created } = await deps.perform<{ created: Record<string, string> }>('organisation.apply-change', request)
    for (const [key, unitId] of Object.entries(created)) ids.set(key, unitId)
  }
  const ref = (slug: string): Ref => {
    const unitId = ids.get(slug)
    return unitId === undefined ? { key: slug } : { unitId }
  }
  await apply({ effectiveOn: FOUNDING, acts: [foundingOf(await readUnitRows('units-2021'), ref)] })
  await apply({
    effectiveOn: COMMUNES_KNOWN,
    acts: [longDatDistrict(ref), foundingOf(await readUnitRows('communes-2025-01-01'), ref)],
  })
  await apply({ effectiveOn: PHU_MY_CITY, acts: [phuMyCity(ref)] })
  await apply({ effectiveOn: TWO_TIERS, acts: await twoTiers(ref) })
  await apply({ effectiveOn: DONG_NAI_CITY, acts: [dongNaiCity(ref)] })
  await demoPlaces(deps, (slug) => ids.get(slug) ?? '')
  await demoAppointments(deps, (slug) => ids.get(slug) ?? '')
}

function foundingOf(rows: readonly UnitRow[], ref: (slug: string) => Ref): Act {
  return {
    kind: 'create',
    note: 'Nạp ban đầu: đơn vị có từ trước ngày này.',
    to: rows.map(({ slug, parent, ...row }) => ({ ...row, key: slug, parent: parent === null ? null : ref(parent) })),
  }
}

function longDatDistrict(ref: (slug: string) => Ref): Act {
  return {
    kind: 'merge',
    from: [ref('huyen-long-dien'), ref('huyen-dat-do')],
    to: [
      {
        key: 'huyen-long-dat',
        code: '753',
        name: 'Huyện Long Đất',
        kind: 'district',
        level: 'district',
        parent: ref('tinh-brvt'),
      },
    ],
    note: 'Số nghị quyết chưa kiểm chứng.',
  }
}

function phuMyCity(ref: (slug: string) => Ref): Act {
  return {
    kind: 'rename',
    from: [ref('thi-xa-phu-my')],
    set: { name: 'Thành phố Phú Mỹ', kind: 'provincial-city' },
    note: 'Số nghị quyết chưa kiểm chứng.',
  }
}

function dongNaiCity(ref: (slug: string) => Ref): Act {
  return {
    kind: 'rename',
    from: [ref('p-75')],
    set: { name: 'Thành phố Đồng Nai', kind: 'central-city' },
    note: 'Thành phố trực thuộc trung ương từ 30/4/2026; số nghị quyết chưa kiểm chứng.',
  }
}

/** 1 July 2025: no more districts, 34 provinces, 77 communes and Côn Đảo of the former province become 30. */
async function twoTiers(ref: (slug: string) => Ref): Promise<readonly Act[] & Act[]> {
  const provinces = (await readUnitRows('provinces-2025-07-01')).filter(({ code }) => code !== '79')
  const communes = await readUnitRows('communes-2025-07-01')
  const before = [...(await readUnitRows('units-2021')), ...(await readUnitRows('communes-2025-01-01'))]
  const slugOf = (code: string) => before.find((row) => row.level === 'commune' && row.code === code)?.slug ?? code
  const districts = ['tp-vung-tau', 'tp-ba-ria', 'huyen-chau-duc', 'huyen-xuyen-moc', 'huyen-long-dat', 'thi-xa-phu-my']
  const city = { key: 'tp-hcm' }
  return [
    {
      kind: 'create',
      to: provinces.map(({ slug: _slug, parent: _parent, ...row }) => ({
        ...row,
        key: `p-${row.code}`,
        parent: ref('viet-nam'),
      })),
      decision: PROVINCES_DECISION,
      note: 'Nạp ban đầu: lịch sử trước 01/7/2025 của các tỉnh khác chưa có trong dữ liệu minh họa.',
    },
    {
      kind: 'merge',
      from: [ref('tp-hcm-2021'), ref('tinh-binh-duong'), ref('tinh-brvt')],
      to: [
        {
          ...city,
          code: '79',
          name: 'Thành phố Hồ Chí Minh',
          shortName: 'TP.HCM',
          kind: 'central-city',
          level: 'province',
          parent: ref('viet-nam'),
        },
      ],
      withSubunits: true,
      decision: PROVINCES_DECISION,
    },
    ...communes.map((row) => communeAct(row, slugOf, ref)),
    { kind: 'dissolve', from: districts.map(ref), withSubunits: true, decision: DISTRICTS_DECISION },
  ]
}

/** A commune that came of several, or of one that became another; one that stayed what it was only moves. */
function communeAct(row: UnitRow, slugOf: (code: string) => string, ref: (slug: string) => Ref): Act {
  const { code, name, kind, level, predecessors } = row
  const city = { key: 'tp-hcm' }
  const decision = COMMUNES_DECISION
  if (predecessors.length === 0) {
    const set = { parent: city, code, name, kind, level }
    return { kind: 'move', from: [ref('huyen-con-dao')], set, decision }
  }
  if (predecessors.length === 1 && predecessors[0] === code) {
    return { kind: 'move', from: [ref(slugOf(code))], set: { parent: city }, decision }
  }
  const unit = { key: `c-${code}-2025`, code, name, kind, level, parent: city }
  return { kind: 'merge', from: predecessors.map((old) => ref(slugOf(old))), to: [unit], decision }
}

/**
 * The ids of the demonstration's units by the slugs of its files; the communes of 2025 are `c-26506-2025`, the provinces `p-01`,
 * TP.HCM since the merger `tp-hcm`.
 */
export async function demoUnitIds(deps: Perform): Promise<ReadonlyMap<string, string>> {
  type Tree = {
    readonly units: readonly {
      unitId: string
      name: string
      code: string | null
      level: string
      parentId: string | null
    }[]
  }
  const ids = new Map<string, string>()
  for (const [day, file] of [
    [FOUNDING, 'units-2021'],
    [COMMUNES_KNOWN, 'communes-2025-01-01'],
  ] as const) {
    const { units } = await deps.perform<Tree>('organisation.tree-at', { day })
    for (const { slug, name, parent } of await readUnitRows(file)) {
      const parentId = parent === null ? null : ids.get(parent)
      const unit = units.find((one) => one.name === name && one.parentId === parentId)
      if (unit) ids.set(slug, unit.unitId)
    }
    const longDat = units.find(({ name }) => name === 'Huyện Long Đất')
    if (longDat) ids.set('huyen-long-dat', longDat.unitId)
  }
  const { units } = await deps.perform<Tree>('organisation.tree-at', { day: TWO_TIERS })
  for (const { unitId, code, level } of units) {
    if (code !== null && level === 'commune') ids.set(`c-${code}-2025`, unitId)
    if (code !== null && level === 'province') ids.set(code === '79' ? 'tp-hcm' : `p-${code}`, unitId)
  }
  return ids
}
