import { TextInput } from '@mantine/core'
import { IconScan } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { call } from '#ui/call.ts'
import { useMessages } from '#ui/language.tsx'
import { useGoTo } from '#ui/link.tsx'
import { useToast } from '#ui/toast.tsx'
import { listCases } from '../contract.ts'
import { type CardHolder, partyFromCardText } from '../domain/party.ts'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'
import { findCaseCode } from './scanned-code.ts'

type Props = { readonly onCard: (holder: CardHolder) => void }

/** Takes what a scanner types (it ends with Enter): an identity card fills the subject, a receipt opens its case. */
export function ScanField({ onCard }: Props) {
  const m = useMessages({ vi, en })
  const goTo = useGoTo()
  const toast = useToast()
  const [text, setText] = useState('')
  const [said, setSaid] = useState<{ readonly wrong: boolean; readonly words: string } | null>(null)
  const open = async (code: string) => {
    try {
      const { cases } = await call(listCases, { list: 'all', q: code, limit: 2 })
      const found = cases.find((one) => one.code === code)
      if (found) goTo(`/cases/${found.id}`)
      else setSaid({ wrong: true, words: m.scanNotFound(code) })
    } catch (thrown) {
      toast.problem(thrown)
    }
  }
  const take = (scanned: string) => {
    const holder = partyFromCardText(scanned)
    const code = holder ? null : findCaseCode(scanned)
    if (holder) {
      onCard(holder)
      setText('')
      setSaid({ wrong: false, words: m.scanFilled(holder.party.name) })
    } else if (code) {
      setText('')
      void open(code)
    } else setSaid({ wrong: true, words: m.scanUnknown })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || text.trim() === '') return
    event.preventDefault()
    take(text.trim())
  }
  return (
    <TextInput
      label={m.scan}
      description={said && !said.wrong ? <output>{said.words}</output> : m.scanHint}
      error={said?.wrong ? said.words : undefined}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setSaid(null)
      }}
      onKeyDown={onKeyDown}
      leftSection={<IconScan size={16} aria-hidden />}
      data-scan
      autoComplete="off"
      spellCheck={false}
    />
  )
}
