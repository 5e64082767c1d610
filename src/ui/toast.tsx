import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { isCallProblem } from './call.ts'
import { useProblemText } from './problem.tsx'
import { useWords } from './words.ts'

/** Short notices in the corner; what must be acted on stands in the page instead. */
export function useToast() {
  const words = useWords()
  const say = useProblemText()
  const closeButtonProps = { 'aria-label': words.close }
  return {
    good: (message: string) =>
      notifications.show({ message, color: 'good', icon: <IconCheck size={16} aria-hidden />, closeButtonProps }),
    problem: (thrown: unknown) => {
      const requestId = isCallProblem(thrown) && thrown.body.status >= 500 ? thrown.requestId : null
      notifications.show({
        title: say.title(thrown),
        message: requestId ? `${words.requestId}: ${requestId}` : '',
        color: 'bad',
        icon: <IconAlertTriangle size={16} aria-hidden />,
        autoClose: 10_000,
        closeButtonProps,
      })
    },
  }
}
