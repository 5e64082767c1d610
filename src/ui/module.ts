import type { ComponentType, ReactNode } from 'react'
import type { Permission } from '#kernel/endpoint.ts'
import type { ProblemMessages } from '#kernel/problem-messages.ts'
import type { SubjectPages } from './subject-link.tsx'

/** A text in both languages, for places that are not components (menus, columns of a template). */
export type Label = { readonly vi: string; readonly en: string }

/** The groups of the side menu, by what people do in a day: first what is done, then (from `catalogues` on) what is set up. */
export const MENU_SECTIONS = [
  'today',
  'counter',
  'cases',
  'citizens',
  'entry',
  'figures',
  'reports',
  'catalogues',
  'organisation',
  'desk-settings',
  'access',
  'system',
] as const
export type MenuSection = (typeof MENU_SECTIONS)[number]

export type MenuEntry = {
  readonly to: string
  readonly label: Label
  /** A Tabler icon: `import { IconHome } from '@tabler/icons-react'`. */
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  readonly section: MenuSection
  readonly permission?: Permission
  /** It works without a network. */
  readonly offline?: boolean
}

/** A page for everyone, offered to whoever has not signed in. */
export type PublicLink = {
  readonly to: string
  readonly label: Label
  /** Drawn by the server, in English under `/en`: the browser goes there, not the program of the pages. */
  readonly served?: boolean
}

export type WebRoute = {
  /** `/units/$unitId`; read the parts with `usePathPart('unitId')`. */
  readonly path: string
  readonly page: () => Promise<ComponentType>
  /** Without it every signed-in account may open the page; `anyone`: also without signing in. */
  readonly permission?: Permission
  /** `bare`: without the shell's menu and header (sign-in, printing). */
  readonly frame?: 'shell' | 'bare'
  /** It works without a network, in a session that the browser opened by itself. */
  readonly offline?: boolean
}

type RelatedPage = {
  readonly to: string
  readonly label: Label
  readonly permission: Permission
}

/** By the address of a page, where one goes on from it: gathered from the modules, as a lesser one knows nothing of a greater. */
export type RelatedPages = Readonly<Record<string, readonly RelatedPage[]>>

export type UnreadProps = { readonly children: (unread: number) => ReactNode }

/** Notices that a module gives to people, counted by the bell in the header of every page. */
export type NoticeSource = {
  /** The page that lists them. */
  readonly to: string
  readonly label: Label
  readonly permission: Permission
  /** Gives to what it draws how many are not read, live; with its own code. */
  readonly Unread: ComponentType<UnreadProps>
}

/** What a module's `web/index.tsx` gives to the shell. */
export type WebModule = {
  readonly name: string
  readonly menu: readonly MenuEntry[]
  readonly publicLinks?: readonly PublicLink[]
  readonly routes: readonly WebRoute[]
  readonly problems: ProblemMessages
  /** Pages of what this module's facts are about, so that a figure opens to them. */
  readonly subjects?: SubjectPages
  readonly notices?: readonly NoticeSource[]
  /** Links that this module puts on pages of others. */
  readonly related?: RelatedPages
}
