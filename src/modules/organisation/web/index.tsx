import { IconSitemap, IconUsers } from '@tabler/icons-react'
import type { Day } from '#kernel/calendar.ts'
import type { WebModule } from '#ui/module.ts'
import type { UnitOption } from '#ui/unit-picker.tsx'
import { problems } from '../domain/problems.ts'

/** Units of a day, or of today, for a `UnitPicker`; its code comes when somebody picks. */
export function loadUnits(day?: Day): (search: string) => Promise<readonly UnitOption[]> {
  return async (search) => (await import('./load-units.ts')).loadUnits(day)(search)
}

export const web: WebModule = {
  name: 'organisation',
  menu: [
    {
      to: '/units',
      label: { vi: 'Đơn vị', en: 'Units' },
      icon: IconSitemap,
      section: 'organisation',
      permission: 'organisation:read',
    },
    {
      to: '/officials',
      label: { vi: 'Cán bộ, chức vụ', en: 'Officials' },
      icon: IconUsers,
      section: 'organisation',
      permission: 'organisation:read',
    },
  ],
  routes: [
    { path: '/units', page: () => import('./tree-page.tsx').then((m) => m.TreePage), permission: 'organisation:read' },
    {
      path: '/units/change',
      page: () => import('./change-page.tsx').then((m) => m.ChangePage),
      permission: 'organisation:write',
    },
    {
      path: '/units/import',
      page: () => import('./import-page.tsx').then((m) => m.ImportPage),
      permission: 'organisation:import',
    },
    {
      path: '/units/$unitId',
      page: () => import('./unit-page.tsx').then((m) => m.UnitPage),
      permission: 'organisation:read',
    },
    {
      path: '/officials',
      page: () => import('./officials-page.tsx').then((m) => m.OfficialsPage),
      permission: 'organisation:read',
    },
  ],
  problems,
}
