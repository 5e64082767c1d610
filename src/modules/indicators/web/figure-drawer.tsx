import { Button, Group, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { CopyButton } from '#ui/copy-button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { ExplainFigure } from './explain-figure.tsx'
import { type FigureKey, figureText } from './figure-address.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { useOpenedFigure, useOpenFigure } from './use-open-figure.ts'

/** The panel that shows what stands behind the figure named in the address; a page that has figures draws it once. */
export function FigureDrawer() {
  const m = useMessages({ vi, en })
  const { figure, tab, chooseTab, close } = useOpenedFigure()
  const openFigure = useOpenFigure()
  const { history } = useRouter()
  const steps = useSteps(figure ?? null)
  return (
    <SideDrawer opened={figure !== undefined} title={m.explain} onClose={close} width={760}>
      {figure === null && <EmptyState title={m.badLink} body={m.badLinkBody} />}
      {figure && (
        <Stack gap="md">
          <Group justify="space-between" gap="xs">
            {steps > 1 ? (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconArrowLeft size={14} aria-hidden />}
                onClick={() => history.back()}
              >
                {m.back}
              </Button>
            ) : (
              <span />
            )}
            <CopyButton text={location.href} label={m.share} />
          </Group>
          <ExplainFigure
            key={figureText(figure)}
            figure={figure}
            tab={tab ?? 'records'}
            onTab={chooseTab}
            onOpen={openFigure}
          />
        </Stack>
      )}
    </SideDrawer>
  )
}

/** How many figures were opened one from another, so that "back" stays inside the panel. */
function useSteps(figure: FigureKey | null): number {
  const walked = useRef<string[]>([])
  const [count, setCount] = useState(0)
  const text = figure && figureText(figure)
  useEffect(() => {
    const place = text === null ? -1 : walked.current.indexOf(text)
    if (text === null) walked.current = []
    else if (place >= 0) walked.current = walked.current.slice(0, place + 1)
    else walked.current.push(text)
    setCount(walked.current.length)
  }, [text])
  return count
}
