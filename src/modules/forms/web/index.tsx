import { IconForms } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

/** A form to be filled in, for pages of other modules; its code comes when it is first shown, so it stands inside a `Suspense`. */
export const FormView = lazy(() => import('./form-view.tsx').then((m) => ({ default: m.FormView })))

export type { FileTaking } from './form-context.ts'
export type { FormHandle } from './form-view.tsx'

/** A filled form in words, for pages of other modules; stands inside a `Suspense` too. */
export const ReadForm = lazy(() => import('./read-form.tsx').then((m) => ({ default: m.ReadForm })))

export const web: WebModule = {
  name: 'forms',
  menu: [
    {
      to: '/forms',
      label: { vi: 'Biểu mẫu điện tử', en: 'Electronic forms' },
      icon: IconForms,
      section: 'catalogues',
      permission: 'forms:read',
    },
  ],
  routes: [
    {
      path: '/forms',
      page: () => import('./catalogue-page.tsx').then((m) => m.CataloguePage),
      permission: 'forms:read',
    },
    {
      path: '/forms/new',
      page: () => import('./new-form-page.tsx').then((m) => m.NewFormPage),
      permission: 'forms:write',
    },
    {
      path: '/forms/$code',
      page: () => import('./form-page.tsx').then((m) => m.FormPage),
      permission: 'forms:read',
    },
    {
      path: '/forms/$code/design',
      page: () => import('./design-page.tsx').then((m) => m.DesignPage),
      permission: 'forms:read',
    },
  ],
  problems,
}
