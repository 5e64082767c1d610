import { createServer, type Server, type Socket } from 'node:net'

/** How the stand-in answers: as a scanner that knows EICAR, slowly, with nonsense, or by hanging up. */
export type ClamdManner = 'scans' | 'slow' | 'nonsense' | 'hangs-up' | 'half'

export type ClamdStandIn = {
  readonly port: number
  manner: ClamdManner
  /** How many files it was sent. */
  readonly asked: () => number
  close(): Promise<void>
}

const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'

/** A stand-in for clamd on 127.0.0.1 that speaks INSTREAM and knows one virus: the harmless EICAR test file. */
export async function clamdStandIn(): Promise<ClamdStandIn> {
  let asked = 0
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    let heard = Buffer.alloc(0)
    socket.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes])
      const file = wholeFile(heard)
      if (file === null) return
      asked++
      answer(socket, standIn.manner, file.includes(EICAR))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  const standIn: ClamdStandIn = {
    port: address.port,
    manner: 'scans',
    asked: () => asked,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return standIn
}

function answer(socket: Socket, manner: ClamdManner, found: boolean): void {
  const line = found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'
  if (manner === 'scans') socket.end(line)
  else if (manner === 'slow') setTimeout(() => socket.end(line), 300)
  else if (manner === 'nonsense') socket.end('HTTP/1.1 200 OK\r\n\r\n')
  else if (manner === 'half') socket.end('stream: OK')
  else socket.destroy()
}

/** The file when the empty piece at its end has come, else null. */
function wholeFile(heard: Buffer): Buffer | null {
  const start = heard.indexOf(0) + 1
  const pieces: Buffer[] = []
  for (let at = start; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
