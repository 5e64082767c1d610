import {
  IconChecklist,
  IconClipboardCheck,
  IconColumns,
  IconGridDots,
  IconListNumbers,
  IconPencil,
  IconTableImport,
  IconTarget,
} from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

import type { FigureKey } from './figure-address.ts'

export { FIGURE_DEFAULTS } from './figure-address.ts'
export { useOpenFigure } from './use-open-figure.ts'

const Drawer = lazy(() => import('./figure-drawer.tsx').then((m) => ({ default: m.FigureDrawer })))

const LateRecords = lazy(() => import('./records.tsx').then((m) => ({ default: m.Records })))

/** The rows behind a measure, page by page, for a page of another module that shows what it counts. */
export function FigureRecords({ figure }: { readonly figure: FigureKey }) {
  return (
    <Suspense fallback={null}>
      <LateRecords figure={figure} />
    </Suspense>
  )
}

/** What stands behind the figure named in the address (`useOpenFigure` names it): put once on a page that shows figures. */
export function FigureDrawer() {
  return (
    <Suspense fallback={null}>
      <Drawer />
    </Suspense>
  )
}

export const web: WebModule = {
  name: 'indicators',
  menu: [
    {
      to: '/entry',
      label: { vi: 'Việc nhập số liệu', en: 'Figures to enter' },
      icon: IconPencil,
      section: 'entry',
      permission: 'indicators:write',
    },
    {
      to: '/approvals',
      label: { vi: 'Biểu chờ duyệt', en: 'Forms to approve' },
      icon: IconClipboardCheck,
      section: 'entry',
      permission: 'indicators:approve',
    },
    {
      to: '/indicators',
      label: { vi: 'Chỉ tiêu', en: 'Indicators' },
      icon: IconTarget,
      section: 'figures',
      permission: 'indicators:read',
    },
    {
      to: '/structures',
      label: { vi: 'Hai cơ cấu cạnh nhau', en: 'Two structures' },
      icon: IconColumns,
      section: 'figures',
      permission: 'indicators:read',
    },
    {
      to: '/completeness',
      label: { vi: 'Mức độ đầy đủ', en: 'Completeness' },
      icon: IconGridDots,
      section: 'figures',
      permission: 'indicators:read',
    },
    {
      to: '/measures',
      label: { vi: 'Danh mục số liệu', en: 'Measures' },
      icon: IconListNumbers,
      section: 'catalogues',
      permission: 'indicators:read',
    },
    {
      to: '/import-figures',
      label: { vi: 'Nhập từ tệp', en: 'Import figures' },
      icon: IconTableImport,
      section: 'entry',
      permission: 'indicators:import',
    },
    {
      to: '/entry-forms',
      label: { vi: 'Biểu nhập số liệu', en: 'Entry forms' },
      icon: IconChecklist,
      section: 'catalogues',
      permission: 'indicators:read',
    },
  ],
  routes: [
    {
      path: '/indicators',
      page: () => import('./indicators-page.tsx').then((m) => m.IndicatorsPage),
      permission: 'indicators:read',
    },
    {
      path: '/indicators/$code',
      page: () => import('./indicator-page.tsx').then((m) => m.IndicatorPage),
      permission: 'indicators:read',
    },
    {
      path: '/define-indicator',
      page: () => import('./define-indicator-page.tsx').then((m) => m.DefineIndicatorPage),
      permission: 'indicators:define',
    },
    {
      path: '/structures',
      page: () => import('./structures-page.tsx').then((m) => m.StructuresPage),
      permission: 'indicators:read',
    },
    {
      path: '/completeness',
      page: () => import('./completeness-page.tsx').then((m) => m.CompletenessPage),
      permission: 'indicators:read',
    },
    {
      path: '/measures',
      page: () => import('./measures-page.tsx').then((m) => m.MeasuresPage),
      permission: 'indicators:read',
    },
    {
      path: '/entry-forms',
      page: () => import('./entry-forms-page.tsx').then((m) => m.EntryFormsPage),
      permission: 'indicators:read',
    },
    {
      path: '/entry',
      page: () => import('./entry-tasks-page.tsx').then((m) => m.EntryTasksPage),
      permission: 'indicators:write',
    },
    {
      path: '/entry/$form/$unitId/$period',
      page: () => import('./sheet-page.tsx').then((m) => m.SheetPage),
      permission: 'indicators:read',
    },
    {
      path: '/approvals',
      page: () => import('./approvals-page.tsx').then((m) => m.ApprovalsPage),
      permission: 'indicators:approve',
    },
    {
      path: '/import-figures',
      page: () => import('./import-page.tsx').then((m) => m.ImportPage),
      permission: 'indicators:import',
    },
  ],
  problems,
}
