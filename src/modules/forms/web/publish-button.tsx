import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type Day, dayAt } from '#kernel/calendar.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useGoTo } from '#ui/link.tsx'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import type { Linted } from '../domain/lint.ts'
import { LintPanel } from './lint-panel.tsx'
import { useTexts } from './texts.ts'

type Props = {
  readonly code: string
  readonly revision: number
  readonly isSaved: boolean
  readonly linted: Linted
  readonly steps: readonly { readonly code: string }[]
}

/** Publishing the draft, by another person than who wrote it; the findings are seen first. */
export function PublishButton({ code, revision, isSaved, linted, steps }: Props) {
  const m = useTexts()
  const toast = useToast()
  const goTo = useGoTo()
  const [isOpen, setOpen] = useState(false)
  const [today] = useState<Day | null>(() => dayAt(new Date()))
  const publish = useChange(contract.publishForm, { invalidates: [contract.getForm, contract.listForms] })
  const form = useForm({
    start: { validFrom: today },
    send: async ({ validFrom }) => {
      await publish.mutateAsync({ code, revision, validFrom: validFrom ?? '' })
      toast.good(m.published)
      goTo(`/forms/${code}`)
    },
  })
  return (
    <>
      <Button
        variant="default"
        disabled={!isSaved}
        title={isSaved ? undefined : m.saveFirst}
        onClick={() => setOpen(true)}
      >
        {m.publish}
      </Button>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={m.publish}>
        <Form form={form} submitLabel={m.publish} onCancel={() => setOpen(false)}>
          <Stack gap="md">
            <Text size="sm">{m.publishLead}</Text>
            <DateField {...form.field('validFrom')} label={m.validFrom} required />
            <LintPanel linted={linted} steps={steps} />
          </Stack>
        </Form>
      </Dialog>
    </>
  )
}
