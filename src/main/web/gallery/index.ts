import { IconPalette } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'

/** The design system, seen and tried out; shown to administrators. */
export const gallery: WebModule = {
  name: 'gallery',
  menu: [
    {
      to: '/gallery',
      label: { vi: 'Bộ giao diện', en: 'Design system' },
      icon: IconPalette,
      section: 'system',
      permission: 'administration:status',
    },
  ],
  routes: [
    {
      path: '/gallery',
      page: () => import('./gallery-page.tsx').then((m) => m.GalleryPage),
      permission: 'administration:status',
    },
  ],
  problems: {},
}
