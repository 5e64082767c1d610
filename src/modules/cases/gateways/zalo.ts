import type { Gateway } from './gateway.ts'
import { handOver } from './http-provider.ts'

/** Messages of an official Zalo account; null when none is named. The template is named, since Zalo approves templates one by one. */
export function zaloGateway(url: string | undefined, key: string | undefined): Gateway | null {
  if (url === undefined || key === undefined) return null
  return ({ id, to, text, template }) => handOver({ url, key }, { id, to, text, template })
}
