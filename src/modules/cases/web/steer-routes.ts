import { IconBuildingCommunity, IconCalendarDue, IconHome2 } from '@tabler/icons-react'
import type { MenuEntry, RelatedPages, WebRoute } from '#ui/module.ts'

const MOVE = {
  to: '/cases/calendar-move',
  label: { vi: 'Dời thời hạn theo lịch', en: 'Move deadlines' },
  permission: 'cases:steer',
} as const

/** What is done with cases when units or days off change. */
export const steerMenu: readonly MenuEntry[] = [
  {
    to: '/cases/orphaned',
    label: { vi: 'Hồ sơ chưa có đơn vị kế thừa', en: 'Cases without a unit' },
    icon: IconBuildingCommunity,
    section: 'cases',
    permission: 'cases:steer',
  },
  { ...MOVE, icon: IconCalendarDue, section: 'cases' },
  {
    to: '/cases/desk',
    label: { vi: 'Nơi tiếp nhận, trả kết quả', en: 'Desk of a unit' },
    icon: IconHome2,
    section: 'desk-settings',
    permission: 'cases:steer',
  },
]

export const steerRoutes: readonly WebRoute[] = [
  {
    path: '/cases/orphaned',
    page: () => import('./orphaned-page.tsx').then((m) => m.OrphanedPage),
    permission: 'cases:steer',
  },
  {
    path: '/cases/calendar-move',
    page: () => import('./calendar-move-page.tsx').then((m) => m.CalendarMovePage),
    permission: 'cases:steer',
  },
  {
    path: '/cases/desk',
    page: () => import('./desk-page.tsx').then((m) => m.DeskPage),
    permission: 'cases:steer',
  },
]

export const steerRelated: RelatedPages = { '/calendar': [MOVE] }
