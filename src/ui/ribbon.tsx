import { useMessages } from './language.tsx'
import classes from './ribbon.module.css'
import { en, vi } from './shell-messages.ts'

type Props = { readonly text: string | null }

/** A permanent band over a page, such as "Demonstration data"; nothing where there is nothing to say. */
export function Ribbon({ text }: Props) {
  const m = useMessages({ vi, en })
  return (
    text !== null && (
      <aside className={classes.ribbon} aria-label={m.notice}>
        {text}
      </aside>
    )
  )
}
