import { createContext, type ReactNode, use } from 'react'
import { LinkTo } from './link.tsx'

/** To which page each kind of subject opens: `case` → `/cases/ID`. Gathered from the modules, as figures know none of them. */
export type SubjectPages = Readonly<Record<string, (id: string) => string>>

export const SubjectPagesContext = createContext<SubjectPages>({})

/** What a fact is about, as a link to its page where its kind has one. */
export function SubjectLink({
  kind,
  id,
  children,
}: {
  readonly kind: string
  readonly id: string
  readonly children: ReactNode
}) {
  const pages = use(SubjectPagesContext)
  const page = Object.hasOwn(pages, kind) ? pages[kind] : undefined
  return page ? <LinkTo to={page(id)}>{children}</LinkTo> : children
}
