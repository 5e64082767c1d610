import type { ComponentType } from 'react'
import type { Permission } from '#kernel/endpoint.ts'
import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** A text in both languages, for places that are not components (menus, columns of a template). */
export type Label = { readonly vi: string; readonly en: string }

/** The groups of the side menu, from daily work to setting up. */
export const MENU_SECTIONS = ['work', 'figures', 'reports', 'organisation', 'administration'] as const
export type MenuSection = (typeof MENU_SECTIONS)[number]

export type MenuEntry = {
  readonly to: string
  readonly label: Label
  /** A Tabler icon: `import { IconHome } from '@tabler/icons-react'`. */
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  readonly section: MenuSection
  readonly permission?: Permission
}

export type WebRoute = {
  /** `/units/$unitId`; read the parts with `usePathPart('unitId')`. */
  readonly path: string
  readonly page: () => Promise<ComponentType>
  /** Without it every signed-in account may open the page; `anyone`: also without signing in. */
  readonly permission?: Permission
  /** `bare`: without the shell's menu and header (sign-in, printing). */
  readonly frame?: 'shell' | 'bare'
}

/** What a module's `web/index.tsx` gives to the shell. */
export type WebModule = {
  readonly name: string
  readonly menu: readonly MenuEntry[]
  readonly routes: readonly WebRoute[]
  readonly problems: ProblemMessages
}
