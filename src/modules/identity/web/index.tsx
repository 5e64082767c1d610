import {
  IconAdjustmentsShare,
  IconChecklist,
  IconHelpHexagon,
  IconLockCog,
  IconUrgent,
  IconUsers,
} from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export { LockScreen } from './locked-page.tsx'

export const web: WebModule = {
  name: 'identity',
  menu: [
    {
      to: '/accounts',
      label: { vi: 'Tài khoản', en: 'Accounts' },
      icon: IconUsers,
      section: 'access',
      permission: 'identity:read',
    },
    {
      to: '/roles',
      label: { vi: 'Vai trò và quyền', en: 'Roles and permissions' },
      icon: IconAdjustmentsShare,
      section: 'access',
      permission: 'identity:read',
    },
    {
      to: '/who-may',
      label: { vi: 'Ai được làm gì, vì sao', en: 'Who may do what, and why' },
      icon: IconHelpHexagon,
      section: 'access',
      permission: 'identity:read',
    },
    {
      to: '/account-reviews',
      label: { vi: 'Rà soát tài khoản', en: 'Review of accounts' },
      icon: IconChecklist,
      section: 'access',
      permission: 'identity:review',
    },
    {
      to: '/sign-in-settings',
      label: { vi: 'Thiết đặt đăng nhập', en: 'Sign-in settings' },
      icon: IconLockCog,
      section: 'access',
      permission: 'identity:read',
    },
    {
      to: '/break-glass',
      label: { vi: 'Quyền khẩn cấp', en: 'Emergency rights' },
      icon: IconUrgent,
      section: 'access',
      permission: 'identity:break-glass',
    },
  ],
  routes: [
    {
      path: '/sign-in',
      page: () => import('./sign-in-page.tsx').then((m) => m.SignInPage),
      permission: 'anyone',
      frame: 'bare',
    },
    {
      path: '/sign-in/provider',
      page: () => import('./provider-page.tsx').then((m) => m.ProviderPage),
      permission: 'anyone',
      frame: 'bare',
    },
    {
      path: '/locked',
      page: () => import('./locked-page.tsx').then((m) => m.LockedPage),
      permission: 'anyone',
      frame: 'bare',
    },
    {
      path: '/change-password',
      page: () => import('./change-password-page.tsx').then((m) => m.ChangePasswordPage),
      permission: 'anyone',
      frame: 'bare',
    },
    {
      path: '/second-factor',
      page: () => import('./second-factor-page.tsx').then((m) => m.SecondFactorPage),
      permission: 'anyone',
      frame: 'bare',
    },
    { path: '/own-security', page: () => import('./own-security-page.tsx').then((m) => m.OwnSecurityPage) },
    { path: '/own-rights', page: () => import('./own-rights-page.tsx').then((m) => m.OwnRightsPage) },
    {
      path: '/accounts',
      page: () => import('./accounts-page.tsx').then((m) => m.AccountsPage),
      permission: 'identity:read',
    },
    {
      path: '/accounts/$accountId',
      page: () => import('./account-page.tsx').then((m) => m.AccountPage),
      permission: 'identity:read',
    },
    { path: '/roles', page: () => import('./roles-page.tsx').then((m) => m.RolesPage), permission: 'identity:read' },
    {
      path: '/who-may',
      page: () => import('./explain-page.tsx').then((m) => m.ExplainPage),
      permission: 'identity:read',
    },
    {
      path: '/account-reviews',
      page: () => import('./reviews-page.tsx').then((m) => m.ReviewsPage),
      permission: 'identity:review',
    },
    {
      path: '/sign-in-settings',
      page: () => import('./settings-page.tsx').then((m) => m.SettingsPage),
      permission: 'identity:read',
    },
    {
      path: '/break-glass',
      page: () => import('./break-glass-page.tsx').then((m) => m.BreakGlassPage),
      permission: 'signed-in',
    },
  ],
  problems,
}
