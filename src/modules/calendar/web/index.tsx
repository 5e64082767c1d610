import { IconCalendarStats } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export const web: WebModule = {
  name: 'calendar',
  menu: [
    {
      to: '/calendar',
      label: { vi: 'Lịch làm việc', en: 'Working calendar' },
      icon: IconCalendarStats,
      section: 'organisation',
    },
  ],
  routes: [
    { path: '/calendar', page: () => import('./calendar-page.tsx').then((m) => m.CalendarPage) },
    { path: '/calendar/deadline', page: () => import('./deadline-page.tsx').then((m) => m.DeadlinePage) },
    { path: '/calendar/hours', page: () => import('./hours-page.tsx').then((m) => m.HoursPage) },
  ],
  problems,
}
