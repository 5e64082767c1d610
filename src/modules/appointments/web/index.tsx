import { IconBuildingStore, IconCalendarTime, IconSpeakerphone } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export const web: WebModule = {
  name: 'appointments',
  menu: [
    {
      to: '/appointments/desk',
      label: { vi: 'Gọi số', en: 'Call numbers' },
      icon: IconSpeakerphone,
      section: 'work',
      permission: 'appointments:serve',
    },
    {
      to: '/appointments',
      label: { vi: 'Lịch hẹn', en: 'Appointments' },
      icon: IconCalendarTime,
      section: 'work',
      permission: 'appointments:serve',
    },
    {
      to: '/appointments/openings',
      label: { vi: 'Giờ mở quầy', en: 'Counter openings' },
      icon: IconBuildingStore,
      section: 'administration',
      permission: 'appointments:manage',
    },
  ],
  routes: [
    {
      path: '/appointments/desk',
      page: () => import('./desk-page.tsx').then((m) => m.DeskPage),
      permission: 'appointments:serve',
    },
    {
      path: '/appointments/numbers',
      page: () => import('./numbers-page.tsx').then((m) => m.NumbersPage),
      permission: 'appointments:serve',
    },
    {
      path: '/appointments',
      page: () => import('./appointments-page.tsx').then((m) => m.AppointmentsPage),
      permission: 'appointments:serve',
    },
    {
      path: '/appointments/openings',
      page: () => import('./openings-page.tsx').then((m) => m.OpeningsPage),
      permission: 'appointments:manage',
    },
    {
      path: '/appointments/openings/$unitId',
      page: () => import('./opening-page.tsx').then((m) => m.OpeningPage),
      permission: 'appointments:manage',
    },
    {
      path: '/lich-hen-cua-toi',
      page: () => import('./own-page.tsx').then((m) => m.OwnAppointmentsPage),
      permission: 'anyone',
      frame: 'bare',
    },
  ],
  problems,
}
