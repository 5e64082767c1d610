import { SimpleGrid } from '@mantine/core'
import { CheckField } from '#ui/check-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { ManyField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { PAPER_FORMS, type Paper } from '../contract.ts'
import { BothField } from './both-field.tsx'
import { ConditionField } from './condition-field.tsx'
import { useDraft } from './draft-state.tsx'
import { ListEditor } from './list-editor.tsx'
import { useEditorTexts, useTexts } from './texts.ts'

const blank = (): Paper => ({
  code: '',
  name: { vi: '', en: '' },
  forms: ['original'],
  copies: 1,
  required: true,
  when: null,
  legalBasis: null,
  reusable: false,
})

/** The papers that are asked, in their order, each with its forms, its reason and its condition. */
export function EditPapers() {
  const [m, t] = [useEditorTexts(), useTexts()]
  const { content, change, errorAt } = useDraft()
  return (
    <ListEditor
      place="papers"
      one={m.paper}
      addLabel={m.addPaper}
      items={content.papers}
      onChange={(papers) => change({ papers })}
      blank={blank}
    >
      {(paper, edit, place) => (
        <>
          <BothField
            label={m.paperName}
            value={paper.name}
            onChange={(name) => edit({ name })}
            error={errorAt(`${place}.name.vi`)}
          />
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <ManyField
              label={m.forms}
              options={PAPER_FORMS.map((value) => ({ value, label: t.forms[value] }))}
              value={paper.forms}
              onChange={(chosen) => edit({ forms: PAPER_FORMS.filter((form) => chosen.includes(form)) })}
              error={errorAt(`${place}.forms`)}
            />
            <NumberField
              label={m.copies}
              decimals={0}
              value={paper.copies}
              onChange={(copies) => edit({ copies: copies ?? 0 })}
              error={errorAt(`${place}.copies`)}
            />
            <TextField
              label={m.why}
              value={paper.legalBasis ?? ''}
              onChange={(text) => edit({ legalBasis: text === '' ? null : text })}
            />
          </SimpleGrid>
          <CheckField label={m.required} value={paper.required} onChange={(required) => edit({ required })} />
          <CheckField label={m.reusable} value={paper.reusable} onChange={(reusable) => edit({ reusable })} />
          <ConditionField
            label={m.asked}
            value={paper.when}
            onChange={(when) => edit({ when })}
            questions={content.questions}
          />
        </>
      )}
    </ListEditor>
  )
}
