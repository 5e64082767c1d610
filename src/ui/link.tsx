import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { type AnyRouter, useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

type To = { readonly to: string; readonly children: ReactNode }

/** A text link to a page of the platform. */
export function LinkTo({ to, ...rest }: To & AnchorProps & { readonly 'aria-label'?: string }) {
  // As large as the words around it, in a table as in a sentence.
  return <Anchor inherit={rest.size === undefined} {...rest} href={to} onClick={useFollow(to)} />
}

/** A link that looks like a button. */
export function LinkButton({ to, ...rest }: To & ButtonProps & { readonly 'aria-label'?: string }) {
  return <Button component="a" {...rest} href={to} onClick={useFollow(to)} />
}

/** Opens a page of the platform: `goTo('/units')`. */
export function useGoTo(): (to: string, how?: { readonly replace?: boolean }) => void {
  const history = useRouterIfAny()?.history ?? browserHistory
  return (to, { replace = false } = {}) => (replace ? history.replace(to) : history.push(to))
}

/** Null on what is drawn before the pages or instead of them: the locked screen. */
function useRouterIfAny(): AnyRouter | null {
  return useRouter({ warn: false })
}

/** Without a router the browser itself goes there. */
const browserHistory = {
  push: (to: string) => location.assign(to),
  replace: (to: string) => location.replace(to),
}

/** A click that stays inside the page; with a modifier key or the middle button the browser does what it always does. */
export function useFollow(to: string) {
  const goTo = useGoTo()
  return (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    goTo(to)
  }
}
