import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { createContext, useContext } from 'react'
import type { ProblemDetail } from '#kernel/problem.ts'
import { type ProblemMessages, platformProblems } from '#kernel/problem-messages.ts'
import { isCallProblem } from './call.ts'
import { useLanguage } from './language.tsx'
import { useWords } from './words.ts'

/** Everything the modules can refuse, gathered by the shell. */
export const ProblemMessagesContext = createContext<ProblemMessages>({})

const ownProblems: ProblemMessages = {
  'platform/unreachable': {
    vi: () => 'Không kết nối được với máy chủ. Xin kiểm tra mạng rồi thử lại.',
    en: () => 'The server cannot be reached. Please check the network and try again.',
  },
}

/** Words for anything thrown: `title(thrown)` for the whole, `detail(d)` for one field. */
export function useProblemText() {
  const messages = useContext(ProblemMessagesContext)
  const { language } = useLanguage()
  const words = useWords()
  const text = (code: string, values: Readonly<Record<string, string | number>> = {}) =>
    (messages[code] ?? ownProblems[code] ?? platformProblems[code])?.[language](values)
  return {
    title: (thrown: unknown) =>
      (isCallProblem(thrown) && text(thrown.body.code, thrown.body.values)) || words.generalProblem,
    detail: (detail: ProblemDetail) => text(detail.code, detail.values) ?? words.wrongField,
  }
}

type Props = { readonly problem: unknown; readonly onRetry?: () => unknown }

/** Any refusal in the reader's language, with its fields and, for a defect, the id to pass on. */
export function ProblemAlert({ problem, onRetry }: Props) {
  const words = useWords()
  const say = useProblemText()
  const body = isCallProblem(problem) ? problem.body : null
  return (
    <Alert role="alert" color="bad" icon={<IconAlertTriangle aria-hidden />} title={say.title(problem)}>
      <Stack gap="xs">
        {body?.errors && (
          <List size="sm" spacing={2}>
            {body.errors.slice(0, 20).map((detail) => (
              <List.Item key={`${detail.path} ${detail.code}`}>{say.detail(detail)}</List.Item>
            ))}
          </List>
        )}
        {isCallProblem(problem) && problem.requestId && (
          <Text size="xs">
            {words.requestId}: <code>{problem.requestId}</code>
          </Text>
        )}
        {onRetry && (
          <Group>
            <Button size="xs" variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={onRetry}>
              {words.retry}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  )
}
