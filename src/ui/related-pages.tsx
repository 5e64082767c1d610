import { createContext, use } from 'react'
import { useLabel } from './language.tsx'
import { LinkButton } from './link.tsx'
import type { RelatedPages } from './module.ts'
import { useMay } from './session.tsx'

export const RelatedPagesContext = createContext<RelatedPages>({})

/** Links to where other modules go on from a page, for those who may. */
export function RelatedLinks({ page }: { readonly page: string }) {
  const say = useLabel()
  const may = useMay()
  const pages = use(RelatedPagesContext)[page] ?? []
  return pages
    .filter(({ permission }) => may(permission))
    .map(({ to, label }) => (
      <LinkButton key={to} to={to} variant="default">
        {say(label)}
      </LinkButton>
    ))
}
