import { Button, Group } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'

export type Pages = { readonly onPrevious: (() => void) | null; readonly onNext: (() => void) | null }

/** Back and on through pages that are read by key; nothing where there is one page alone. */
export function PageSteps({ onPrevious, onNext }: Pages) {
  const m = useMessages({ vi, en })
  if (!onPrevious && !onNext) return null
  return (
    <Group gap="xs">
      <Button variant="default" size="xs" disabled={!onPrevious} onClick={() => onPrevious?.()}>
        {m.previousPage}
      </Button>
      <Button variant="default" size="xs" disabled={!onNext} onClick={() => onNext?.()}>
        {m.nextPage}
      </Button>
    </Group>
  )
}

/** The steps from where one is. `trail`: after what each page so far began; the last is shown. */
export function stepsOf(
  trail: readonly string[],
  next: string | null,
  onGo: (trail: readonly string[]) => void,
): Pages {
  return {
    onPrevious: trail.length > 0 ? () => onGo(trail.slice(0, -1)) : null,
    onNext: next === null ? null : () => onGo([...trail, next]),
  }
}
