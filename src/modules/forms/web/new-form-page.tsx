import { useState } from 'react'
import { call, upload } from '#ui/call.ts'
import { FileField } from '#ui/file-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useGoTo } from '#ui/link.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useChange } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { FormDefinition } from '../domain/definition.ts'
import { useTexts } from './texts.ts'

/** A form that is not there yet: from nothing, or from the Word template in use. */
export function NewFormPage() {
  const m = useTexts()
  const goTo = useGoTo()
  const create = useChange(contract.createForm, { invalidates: [contract.listForms] })
  const [file, setFile] = useState<File | null>(null)
  const form = useForm({
    start: { code: '', title: '', procedures: '' },
    send: async ({ code, title, procedures }) => {
      const begun = file ? await fromWord(file) : emptyForm()
      const definition = title.trim() === '' ? begun : { ...begun, title: { vi: title, en: begun.title.en } }
      const codes = procedures.split(/[\s,;]+/).filter(Boolean)
      await create.mutateAsync({ code: code.trim(), procedures: codes, definition })
      goTo(`/forms/${code.trim()}/design`, { replace: true })
    },
  })
  return (
    <Page
      title={m.newForm}
      lead={m.newLead}
      width="reading"
      trail={[{ label: m.forms, to: '/forms' }, { label: m.newForm }]}
    >
      <Section title={m.newForm}>
        <Form form={form} submitLabel={m.create}>
          <TextField {...form.field('code')} label={m.code} hint={m.codeHint} required />
          <TextField {...form.field('title')} label={m.title} />
          <TextField {...form.field('procedures')} label={m.procedures} hint={m.proceduresHint} />
          <FileField label={m.wordFile} hint={m.wordHint} accept=".docx" value={file} onChange={setFile} />
        </Form>
      </Section>
    </Page>
  )
}

async function fromWord(file: File): Promise<FormDefinition> {
  const { fileId } = await upload(file)
  return (await call(contract.importFormFromWord, { fileId })).definition
}

const emptyForm = (): FormDefinition =>
  FormDefinition.parse({
    title: { vi: '', en: '' },
    steps: [{ code: 'buoc-1', title: { vi: 'Thông tin', en: 'Information' }, fields: [] }],
  })
