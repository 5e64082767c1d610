import { Stack, Text } from '@mantine/core'
import { ConditionField } from './condition-field.tsx'
import { useDraft } from './draft-state.tsx'
import { ListEditor } from './list-editor.tsx'
import { TermFields } from './term-fields.tsx'
import { useEditorTexts } from './texts.ts'

/** The time limits, the first that holds counts. */
export function EditTerms() {
  const m = useEditorTexts()
  const { content, change, errorAt } = useDraft()
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {m.termHint}
      </Text>
      <ListEditor
        place="terms"
        one={m.term}
        addLabel={m.addTerm}
        fewest={1}
        items={content.terms}
        onChange={(terms) => change({ terms })}
        blank={() => ({ when: null, term: { amount: 1, unit: 'working-days' as const, rule: 'days' as const } })}
      >
        {({ term, when }, edit, place) => (
          <>
            <TermFields
              value={term}
              onChange={(next) => edit({ term: next })}
              error={errorAt(`${place}.term.amount`)}
            />
            <ConditionField
              label={m.asked}
              value={when}
              onChange={(next) => edit({ when: next })}
              questions={content.questions}
            />
          </>
        )}
      </ListEditor>
    </Stack>
  )
}
