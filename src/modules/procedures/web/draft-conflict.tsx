import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ProblemAlert } from '#ui/problem.tsx'
import type { ProcedureContent } from '../contract.ts'
import { compareContents } from '../domain/compare.ts'
import type { ProcedureAnswer } from './answers.ts'
import { DifferencesTable } from './differences-table.tsx'
import { useEditorTexts } from './texts.ts'

type Props = {
  readonly mine: ProcedureContent
  readonly load: () => Promise<ProcedureAnswer>
  readonly onKeep: (theirs: ProcedureAnswer) => void
  readonly onTake: (theirs: ProcedureAnswer) => void
}

/** Somebody else was faster: what they stored beside what was typed here, and a choice. Nothing typed is lost meanwhile. */
export function DraftConflict({ mine, load, onKeep, onTake }: Props) {
  const m = useEditorTexts()
  const stored = useQuery({ queryKey: ['procedures.stored-draft'], queryFn: load, gcTime: 0, staleTime: 0 })
  const theirs = stored.data
  return (
    <Alert color="warning" role="alert" title={m.conflict}>
      {stored.isError && <ProblemAlert problem={stored.error} onRetry={() => stored.refetch()} />}
      {theirs && (
        <Stack gap="sm">
          <Text size="sm">{m.conflictDiffers}</Text>
          <DifferencesTable
            differences={compareContents(theirs.content, mine)}
            questions={mine.questions}
            before={m.stored}
            after={m.mine}
          />
          <Group>
            <Button onClick={() => onKeep(theirs)}>{m.keepMine}</Button>
            <Button variant="default" onClick={() => onTake(theirs)}>
              {m.takeTheirs}
            </Button>
          </Group>
        </Stack>
      )}
    </Alert>
  )
}
