import type { Server } from 'node:http'
import type { AddressInfo, Server as NetServer } from 'node:net'

/** Starts to listen on loopback alone, on that port or on any free one; which. */
export async function listenOnLoopback(server: NetServer, port = 0): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  return (server.address() as AddressInfo).port // listening on a port, not on a pipe
}

/** Ends a server and every connection to it. */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
}
