import { SimpleGrid } from '@mantine/core'
import { CheckField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { BothField } from './both-field.tsx'
import { useDraft } from './draft-state.tsx'
import { ListEditor } from './list-editor.tsx'
import { useEditorTexts } from './texts.ts'

/** What the citizen gets in the end. */
export function EditResults() {
  const m = useEditorTexts()
  const { content, change, errorAt } = useDraft()
  return (
    <ListEditor
      place="results"
      one={m.result}
      addLabel={m.addResult}
      fewest={1}
      items={content.results}
      onChange={(results) => change({ results })}
      blank={() => ({ code: '', name: { vi: '', en: '' }, written: true, validMonths: null })}
    >
      {(result, edit, place) => (
        <>
          <BothField
            label={m.resultName}
            value={result.name}
            onChange={(name) => edit({ name })}
            error={errorAt(`${place}.name.vi`)}
          />
          <NumberField
            label={m.validMonths}
            decimals={0}
            value={result.validMonths}
            onChange={(validMonths) => edit({ validMonths })}
            error={errorAt(`${place}.validMonths`)}
          />
          <CheckField label={m.written} value={result.written} onChange={(written) => edit({ written })} />
        </>
      )}
    </ListEditor>
  )
}

/** The instruments the procedure stands on. */
export function EditLegalBasis() {
  const m = useEditorTexts()
  const { content, change, errorAt } = useDraft()
  return (
    <ListEditor
      place="legalBasis"
      one={m.instrument}
      addLabel={m.addInstrument}
      fewest={1}
      items={content.legalBasis}
      onChange={(legalBasis) => change({ legalBasis })}
      blank={() => ({ number: '', title: '', article: null, issuedOn: null, effectiveOn: null, url: null })}
    >
      {(basis, edit, place) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField
            label={m.number}
            required
            value={basis.number}
            onChange={(number) => edit({ number })}
            error={errorAt(`${place}.number`)}
          />
          <TextField
            label={m.instrumentTitle}
            required
            value={basis.title}
            onChange={(title) => edit({ title })}
            error={errorAt(`${place}.title`)}
          />
          <TextField
            label={m.article}
            value={basis.article ?? ''}
            onChange={(text) => edit({ article: text === '' ? null : text })}
          />
          <DateField label={m.issuedOn} value={basis.issuedOn} onChange={(issuedOn) => edit({ issuedOn })} />
          <DateField
            label={m.effectiveOn}
            value={basis.effectiveOn}
            onChange={(effectiveOn) => edit({ effectiveOn })}
          />
        </SimpleGrid>
      )}
    </ListEditor>
  )
}
