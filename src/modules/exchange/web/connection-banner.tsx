import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle, IconFlask, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import { formatMoment } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import { EXCHANGE_TOPIC, getConnection } from '../contract.ts'
import { useTexts } from './texts.ts'

const ICONS = { none: IconPlugConnectedX, 'stand-in': IconFlask, real: IconPlugConnected } as const

/** With whom this installation speaks, said plainly, and whether it is there. */
export function ConnectionBanner() {
  const m = useTexts()
  const { data } = useOperation(getConnection, {}, { topics: [EXCHANGE_TOPIC], keepPrevious: true })
  if (!data) return null
  const { kind, pausedUntil, lastError, lastGoodAt } = data
  const Icon = pausedUntil ? IconAlertTriangle : ICONS[kind]
  return (
    <Alert
      mb="md"
      color={pausedUntil ? 'bad' : kind === 'real' ? 'good' : 'warning'}
      icon={<Icon aria-hidden />}
      title={m.kinds[kind]}
    >
      <Text size="sm" aria-live="polite">
        {pausedUntil
          ? m.away(formatMoment(pausedUntil), lastError ?? '')
          : lastGoodAt
            ? m.good(formatMoment(lastGoodAt))
            : ''}
      </Text>
    </Alert>
  )
}
