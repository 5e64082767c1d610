import type { Perform } from './organisation-rows.ts'

/** Invented people: who held what, from when until when. */
const PEOPLE = [
  ['Nguyễn Minh Khang', 'vt-ubnd', 'Chủ tịch Ủy ban nhân dân', '2021-07-01', '2025-07-01'],
  ['Trần Thị Hải Yến', 'vt-ubnd', 'Phó Chủ tịch Ủy ban nhân dân', '2021-07-01', '2025-07-01'],
  ['Lê Quốc Bảo', 'vt-van-phong-hdnd-ubnd', 'Chánh Văn phòng', '2022-01-01', '2025-07-01'],
  ['Phạm Thu Hương', 'vt-phong-van-hoa-thong-tin', 'Trưởng phòng', '2021-07-01', '2025-07-01'],
  ['Đỗ Văn Thành', 'vt-phuong-1', 'Chủ tịch Ủy ban nhân dân phường', '2021-07-01', '2025-07-01'],
  ['Võ Ngọc Lan', 'vt-phuong-thang-tam', 'Chủ tịch Ủy ban nhân dân phường', '2021-07-01', '2025-07-01'],
  ['Võ Ngọc Lan', 'c-26506-2025', 'Chủ tịch Ủy ban nhân dân phường', '2025-07-01', null],
  ['Đỗ Văn Thành', 'c-26506-2025', 'Phó Chủ tịch Ủy ban nhân dân phường', '2025-07-01', null],
  ['Mai Xuân Trường', 'c-26506-2025', 'Phó Chủ tịch Ủy ban nhân dân phường', '2025-07-01', null],
  ['Nguyễn Hồng Nhung', 'c-26506-2025', 'Công chức Bộ phận Một cửa', '2025-07-01', null],
  ['Trần Quang Huy', 'c-26506-2025', 'Chuyên viên', '2025-07-01', null],
  ['Lê Quốc Bảo', 'c-26526-2025', 'Chủ tịch Ủy ban nhân dân phường', '2025-07-01', null],
  ['Phạm Thu Hương', 'c-26536-2025', 'Chủ tịch Ủy ban nhân dân phường', '2025-07-01', null],
] as const

/** Records the invented officials of the demonstration, and one delegation that was in force in 2023. */
export async function demoAppointments(deps: Perform, unitId: (slug: string) => string): Promise<void> {
  const ids = new Map<string, string>()
  for (const [name, slug, title, validFrom, validTo] of PEOPLE) {
    if (!ids.has(name)) {
      const { id } = await deps.perform<{ id: string }>('organisation.create-official', { name })
      ids.set(name, id)
    }
    const officialId = ids.get(name)
    await deps.perform('organisation.hold-position', { officialId, unitId: unitId(slug), title, validFrom, validTo })
  }
  await deps.perform('organisation.delegate', {
    fromOfficialId: ids.get('Võ Ngọc Lan'),
    toOfficialId: ids.get('Đỗ Văn Thành'),
    unitId: unitId('c-26506-2025'),
    reach: 'own',
    permissions: ['indicators:submit'],
    validFrom: '2026-11-01',
    validTo: '2026-12-01',
    reason: 'Chủ tịch đi công tác; Phó Chủ tịch thay mặt ký gửi số liệu.',
  })
}
