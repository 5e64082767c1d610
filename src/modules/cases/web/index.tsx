import { IconFolderCog, IconFolderOpen, IconFolderPlus } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'
import { countingMenu, countingRoutes } from './counting-routes.ts'
import { notifyMenu, notifyRoutes } from './notify-routes.ts'
import { steerMenu, steerRelated, steerRoutes } from './steer-routes.ts'

export const web: WebModule = {
  name: 'cases',
  menu: [
    {
      to: '/cases',
      label: { vi: 'Hồ sơ', en: 'Cases' },
      icon: IconFolderOpen,
      section: 'cases',
      permission: 'cases:read',
    },
    {
      to: '/cases/new',
      label: { vi: 'Tiếp nhận hồ sơ', en: 'Receive a case' },
      icon: IconFolderPlus,
      section: 'counter',
      permission: 'cases:receive',
    },
    ...steerMenu,
    ...countingMenu,
    ...notifyMenu,
    {
      to: '/cases/settings',
      label: { vi: 'Thiết lập hồ sơ', en: 'Settings of cases' },
      icon: IconFolderCog,
      section: 'desk-settings',
      permission: 'cases:define',
    },
  ],
  publicLinks: [{ to: '/tra-cuu', label: { vi: 'Tra cứu hồ sơ', en: 'Follow a case' }, served: true }],
  routes: [
    ...notifyRoutes,
    ...steerRoutes,
    {
      path: '/cases',
      page: () => import('./cases-page.tsx').then((m) => m.CasesPage),
      permission: 'cases:read',
    },
    {
      path: '/cases/new',
      page: () => import('./intake-page.tsx').then((m) => m.IntakePage),
      permission: 'cases:receive',
    },
    {
      path: '/cases/of-person',
      page: () => import('./person-page.tsx').then((m) => m.PersonPage),
      permission: 'cases:read',
    },
    {
      path: '/cases/settings',
      page: () => import('./settings-page.tsx').then((m) => m.SettingsPage),
      permission: 'cases:define',
    },
    {
      path: '/cases/$caseId',
      page: () => import('./case-page.tsx').then((m) => m.CasePage),
      permission: 'cases:read',
    },
    ...countingRoutes,
  ],
  problems,
  notices: [
    {
      to: '/cases/notices',
      label: { vi: 'Hồ sơ', en: 'Cases' },
      permission: 'cases:read',
      Unread: lazy(() => import('./unread-notices.tsx').then((m) => ({ default: m.UnreadNotices }))),
    },
  ],
  related: steerRelated,
  subjects: { case: (id) => `/cases/${id}` },
}

export type { IntakeDraft } from './intake-draft.ts'
export type { IntakeSource } from './intake-source.ts'

/** The form of an intake and what belongs to it, for a page that takes cases in its own way; loaded when it is needed. */
export const loadIntakeParts = () => import('./intake-parts.ts')
