import {
  IconBuildingStore,
  IconCalendarTime,
  IconChartBar,
  IconDeviceTablet,
  IconMoodSmile,
  IconSpeakerphone,
} from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export const web: WebModule = {
  name: 'appointments',
  menu: [
    {
      to: '/appointments/desk',
      label: { vi: 'Gọi số', en: 'Call numbers' },
      icon: IconSpeakerphone,
      section: 'counter',
      permission: 'appointments:serve',
    },
    {
      to: '/appointments',
      label: { vi: 'Lịch hẹn', en: 'Appointments' },
      icon: IconCalendarTime,
      section: 'counter',
      permission: 'appointments:serve',
    },
    {
      to: '/appointments/figures',
      label: { vi: 'Số liệu phục vụ', en: 'Figures of service' },
      icon: IconChartBar,
      section: 'figures',
      permission: 'appointments:serve',
    },
    {
      to: '/appointments/ratings',
      label: { vi: 'Đánh giá hồ sơ', en: 'Ratings of cases' },
      icon: IconMoodSmile,
      section: 'citizens',
      permission: 'cases:read',
    },
    {
      to: '/appointments/openings',
      label: { vi: 'Giờ mở quầy', en: 'Counter openings' },
      icon: IconBuildingStore,
      section: 'desk-settings',
      permission: 'appointments:manage',
    },
    {
      to: '/appointments/devices',
      label: { vi: 'Thiết bị tại quầy', en: 'Devices in the hall' },
      icon: IconDeviceTablet,
      section: 'desk-settings',
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
      path: '/appointments/figures',
      page: () => import('./figures-page.tsx').then((m) => m.FiguresPage),
      permission: 'appointments:serve',
    },
    {
      path: '/appointments/tickets/$ticketId',
      page: () => import('./queue-ticket-page.tsx').then((m) => m.QueueTicketPage),
      permission: 'appointments:serve',
    },
    {
      path: '/appointments/booked/$appointmentId',
      page: () => import('./listed-appointment-page.tsx').then((m) => m.ListedAppointmentPage),
      permission: 'appointments:serve',
    },
    {
      path: '/appointments/ratings',
      page: () => import('./ratings-page.tsx').then((m) => m.RatingsPage),
      permission: 'cases:read',
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
      path: '/appointments/devices',
      page: () => import('./devices-page.tsx').then((m) => m.DevicesPage),
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
  subjects: {
    ticket: (id) => `/appointments/tickets/${id}`,
    appointment: (id) => `/appointments/booked/${id}`,
  },
}
