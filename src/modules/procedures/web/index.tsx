import { IconBook2 } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export const web: WebModule = {
  name: 'procedures',
  menu: [
    {
      to: '/procedures',
      label: { vi: 'Thủ tục hành chính', en: 'Procedures' },
      icon: IconBook2,
      section: 'catalogues',
    },
  ],
  publicLinks: [{ to: '/procedures', label: { vi: 'Thủ tục hành chính', en: 'Procedures' } }],
  // The published catalogue is public by law; what is being written is not.
  routes: [
    {
      path: '/procedures',
      page: () => import('./catalogue-page.tsx').then((m) => m.CataloguePage),
      permission: 'anyone',
    },
    {
      path: '/procedures/quality',
      page: () => import('./quality-page.tsx').then((m) => m.QualityPage),
      permission: 'procedures:read',
    },
    {
      path: '/procedures/import',
      page: () => import('./import-page.tsx').then((m) => m.ImportPage),
      permission: 'procedures:write',
    },
    {
      path: '/procedures/new',
      page: () => import('./draft-page.tsx').then((m) => m.NewProcedurePage),
      permission: 'procedures:write',
    },
    {
      path: '/procedures/$code/draft',
      page: () => import('./draft-page.tsx').then((m) => m.DraftPage),
      permission: 'procedures:read',
    },
    {
      path: '/procedures/$code',
      page: () => import('./procedure-page.tsx').then((m) => m.ProcedurePage),
      permission: 'anyone',
    },
    {
      path: '/procedures/$code/differences',
      page: () => import('./differences-page.tsx').then((m) => m.DifferencesPage),
      permission: 'anyone',
    },
    {
      path: '/procedures/$code/try',
      page: () => import('./try-page.tsx').then((m) => m.TryPage),
      permission: 'anyone',
    },
    {
      path: '/procedures/$code/design',
      page: () => import('./design-page.tsx').then((m) => m.DesignPage),
      permission: 'procedures:write',
    },
    {
      path: '/procedures/$code/processes/$processId',
      page: () => import('./process-page.tsx').then((m) => m.ProcessPage),
      permission: 'procedures:read',
    },
  ],
  problems,
}
