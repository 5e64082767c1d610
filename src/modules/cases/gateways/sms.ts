import type { Gateway } from './gateway.ts'
import { handOver } from './http-provider.ts'

/** Text messages through the provider of the installation; null when none is named. */
export function smsGateway(url: string | undefined, key: string | undefined): Gateway | null {
  if (url === undefined || key === undefined) return null
  return ({ id, to, text }) => handOver({ url, key }, { id, to, text, template: null })
}
