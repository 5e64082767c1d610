import { Button, Group, Text } from '@mantine/core'
import { IconTextSize, IconVolume } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { isEasy, keepEasy, showEasy } from '../citizen/easy-mode.ts'
import { canSpeak, lacksVoice, readAloud, stopReading } from '../citizen/read-aloud.ts'
import './easy.css'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** Large words, as chosen on any page of citizens, and a voice for the page as it stands. */
export function EasyTools({ page }: { readonly page: string }) {
  const m = useMessages({ vi, en })
  const [easy, setEasy] = useState(isEasy)
  useEffect(() => {
    showEasy(easy)
    return () => showEasy(false)
  }, [easy])
  const choose = () => {
    keepEasy(!easy)
    setEasy(!easy)
  }
  return (
    <Group gap="xs">
      <Button
        size="compact-md"
        variant={easy ? 'filled' : 'default'}
        aria-pressed={easy}
        leftSection={<IconTextSize size="1.2em" aria-hidden />}
        onClick={choose}
      >
        {m.easy}
      </Button>
      {canSpeak() && <Voice key={page} />}
    </Group>
  )
}

function Voice() {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const [state, setState] = useState<'still' | 'reading' | 'mute'>('still')
  useEffect(() => stopReading, [])
  const press = () => {
    if (state === 'reading') return stopReading()
    if (lacksVoice(language, speechSynthesis.getVoices())) return setState('mute')
    readAloud(document.querySelector('main')?.innerText ?? '', language, () => setState('still'))
    setState('reading')
  }
  return (
    <>
      <Button
        size="compact-md"
        variant={state === 'reading' ? 'filled' : 'default'}
        leftSection={<IconVolume size="1.2em" aria-hidden />}
        onClick={press}
      >
        {state === 'reading' ? m.stopReading : m.read}
      </Button>
      <Text component="span" aria-live="polite" size="sm">
        {state === 'mute' && m.noVoice}
      </Text>
    </>
  )
}
