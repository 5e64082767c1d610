import { Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** What matters, and under it, smaller, what belongs to it. */
export function TwoLines({ top, below }: { readonly top: ReactNode; readonly below: ReactNode }) {
  return (
    <>
      <div>{top}</div>
      <Text size="sm" c="dimmed" lh={1.4}>
        {below}
      </Text>
    </>
  )
}
