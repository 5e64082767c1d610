import { Code, Stack, Text } from '@mantine/core'

/** The ids an act or event names, short, whole on hovering. */
export function TargetIds({ target }: { readonly target: Readonly<Record<string, unknown>> }) {
  return (
    <Stack gap={2}>
      {Object.entries(target).map(([name, value]) => {
        const whole = typeof value === 'string' ? value : JSON.stringify(value)
        return (
          <Text key={name} size="xs" title={whole}>
            {name} <Code>{whole.length > 13 ? `…${whole.slice(-12)}` : whole}</Code>
          </Text>
        )
      })}
    </Stack>
  )
}
