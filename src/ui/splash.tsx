import { Container } from '@mantine/core'
import { Mark } from './mark.tsx'
import { ProblemAlert } from './problem.tsx'
import classes from './splash.module.css'
import { useWords } from './words.ts'

type Props = { readonly problem?: unknown; readonly onRetry?: () => unknown }

/** The first sight: the lamp, while it is found out who is here. */
export function Splash({ problem, onRetry }: Props) {
  const words = useWords()
  return (
    <main className={classes.splash} aria-busy={!problem}>
      <h1 className={classes.title}>Hải Đăng</h1>
      <Mark size={72} />
      {problem ? (
        <Container size="xs">
          <ProblemAlert problem={problem} {...(onRetry && { onRetry })} />
        </Container>
      ) : (
        <output>{words.loading}</output>
      )}
    </main>
  )
}
