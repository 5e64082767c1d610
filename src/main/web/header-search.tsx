import { ActionIcon, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useMessages } from '#ui/language.tsx'
import { useFollow, useGoTo } from '#ui/link.tsx'
import classes from './header-search.module.css'
import { en, vi } from './messages.ts'

/** Search from anywhere; `/` puts the cursor there. The answers stand on the search page. */
export function HeaderSearch() {
  const m = useMessages({ vi, en })
  const goTo = useGoTo()
  const [text, setText] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A page's own search goes first.
      if (event.defaultPrevented || event.key !== '/' || isTyping(event.target)) return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) goTo(`/search?q=${encodeURIComponent(text.trim())}`)
  }
  return (
    <>
      <LinkIcon label={m.search} />
      <search className={classes.search}>
        <form onSubmit={onSubmit}>
          <TextInput
            ref={box}
            type="search"
            aria-label={m.search}
            placeholder={m.search}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            leftSection={<IconSearch size={17} aria-hidden />}
            rightSection={<kbd className={classes.key}>/</kbd>}
            rightSectionPointerEvents="none"
            classNames={{ input: classes.input ?? '', section: classes.icon ?? '' }}
          />
        </form>
      </search>
    </>
  )
}

/** On a telephone the box stands on the search page. */
function LinkIcon({ label }: { readonly label: string }) {
  return (
    <ActionIcon
      component="a"
      href="/search"
      variant="transparent"
      size={36}
      className={classes.open ?? ''}
      aria-label={label}
      onClick={useFollow('/search')}
    >
      <IconSearch size={20} aria-hidden />
    </ActionIcon>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
