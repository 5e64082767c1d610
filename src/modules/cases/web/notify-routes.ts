import { IconBellRinging, IconChartHistogram, IconClockBolt, IconMessage2Cog } from '@tabler/icons-react'
import type { MenuEntry, WebRoute } from '#ui/module.ts'

export const notifyMenu: readonly MenuEntry[] = [
  {
    to: '/cases/notices',
    label: { vi: 'Thông báo nhắc việc', en: 'Notices' },
    icon: IconBellRinging,
    section: 'today',
    permission: 'cases:read',
  },
  {
    to: '/cases/forecast',
    label: { vi: 'Dự báo trễ hạn', en: 'Forecast' },
    icon: IconChartHistogram,
    section: 'cases',
    permission: 'cases:read',
  },
  {
    to: '/cases/escalation',
    label: { vi: 'Nhắc việc, leo thang', en: 'Escalation' },
    icon: IconClockBolt,
    section: 'desk-settings',
    permission: 'cases:define',
  },
  {
    to: '/cases/messages',
    label: { vi: 'Tin nhắn cho công dân', en: 'Messages to citizens' },
    icon: IconMessage2Cog,
    section: 'desk-settings',
    permission: 'cases:define',
  },
]

export const notifyRoutes: readonly WebRoute[] = [
  {
    path: '/cases/notices',
    page: () => import('./notices-page.tsx').then((m) => m.NoticesPage),
    permission: 'cases:read',
  },
  {
    path: '/cases/forecast',
    page: () => import('./forecast-page.tsx').then((m) => m.ForecastPage),
    permission: 'cases:read',
  },
  {
    path: '/cases/escalation',
    page: () => import('./escalation-page.tsx').then((m) => m.EscalationPage),
    permission: 'cases:define',
  },
  {
    path: '/cases/messages',
    page: () => import('./message-settings-page.tsx').then((m) => m.MessageSettingsPage),
    permission: 'cases:define',
  },
  {
    path: '/cases/outbox',
    page: () => import('./outbox-page.tsx').then((m) => m.OutboxPage),
    permission: 'cases:read',
  },
]
