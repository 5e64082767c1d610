import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useLabel, useMessages } from '#ui/language.tsx'
import type { CaseDetail } from '../contract.ts'
import type { OFFICIAL_FORMS } from '../domain/words.ts'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import { formWords } from './words.ts'

type Form = Exclude<(typeof OFFICIAL_FORMS)[number], '07'>
const FORMS: readonly Form[] = ['01', '02', '03', '04', '05', '06']

/** Opens an official form of a case as a PDF in a tab of its own, ready to print. */
export function openForm(caseId: string, form: Form): void {
  window.open(`/api/cases/${caseId}/forms/${form}`, '_blank', 'noopener')
}

/** The official forms that this case gives reason for. */
export function PrintMenu({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const happened = new Set(one.acts.map(({ act }) => act))
  const has: Record<Form, boolean> = {
    '01': one.receivedAt !== null,
    '02': happened.has('ask-supplement'),
    '03': happened.has('refuse'),
    '04': happened.has('extend'),
    '05': happened.has('stop'),
    '06': one.receivedAt !== null,
  }
  const forms = FORMS.filter((form) => has[form])
  if (forms.length === 0) return null
  return (
    <Menu position="bottom-end" withinPortal={false} width={330}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />}>
          {m.print}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {forms.map((form) => (
          <Menu.Item key={form} onClick={() => openForm(one.id, form)}>
            {say(formWords[form])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
