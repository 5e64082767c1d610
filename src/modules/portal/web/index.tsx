import { IconMessageSearch } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

/** The frame of the pages of one citizen, for other modules that have such pages. */
export const loadCitizenFrame = () => import('./apply/citizen-frame.tsx')

export const web: WebModule = {
  name: 'portal',
  menu: [
    {
      to: '/portal/words',
      label: { vi: 'Từ khóa dịch vụ công', en: 'Words of public services' },
      icon: IconMessageSearch,
      section: 'catalogues',
      permission: 'portal:edit',
    },
  ],
  publicLinks: [{ to: '/dich-vu', label: { vi: 'Dịch vụ công', en: 'Public services' }, served: true }],
  routes: [
    {
      path: '/portal/words',
      page: () => import('./words-page.tsx').then((m) => m.WordsPage),
      permission: 'portal:edit',
    },
    {
      path: '/nop-ho-so/$code',
      page: () => import('./apply/apply-page.tsx').then((m) => m.ApplyPage),
      permission: 'anyone',
      frame: 'bare',
    },
    {
      path: '/ho-so-cua-toi',
      page: () => import('./apply/own-page.tsx').then((m) => m.OwnPage),
      permission: 'anyone',
      frame: 'bare',
    },
    {
      path: '/cong-dan/dang-nhap',
      page: () => import('./apply/provider-return-page.tsx').then((m) => m.ProviderReturnPage),
      permission: 'anyone',
      frame: 'bare',
    },
    {
      path: '/ho-so-cua-toi/$draftId',
      page: () => import('./apply/own-case-page.tsx').then((m) => m.OwnCasePage),
      permission: 'anyone',
      frame: 'bare',
    },
    {
      path: '/phan-anh',
      page: () => import('./apply/complaints-page.tsx').then((m) => m.ComplaintsPage),
      permission: 'anyone',
      frame: 'bare',
    },
  ],
  problems,
}
