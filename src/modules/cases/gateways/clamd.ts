import { connect } from 'node:net'
import { type ScannerAddress, scannerAddress } from '#server/config.ts'

/** `none`: no scanner is set up. `down`: one is, and it gave no answer that can be relied on. */
export type Scan = 'clean' | 'infected' | 'none' | 'down'

/** 20 MB take clamd half a second. */
const MOST_MS = 20_000
const CHUNK = 256 * 1024

/** What the virus scanner says of the bytes. Whatever goes wrong on the way is `down`, never `clean`. */
export async function scan(bytes: Uint8Array, address: ScannerAddress | null = scannerAddress()): Promise<Scan> {
  if (address === null) return 'none'
  const said = await instream(bytes, address).catch(() => '')
  if (said === 'stream: OK') return 'clean'
  return /^stream: .+ FOUND$/.test(said) ? 'infected' : 'down'
}

/** One conversation in clamd's protocol: INSTREAM, pieces with their length before them, an empty piece, and one line back. */
function instream(bytes: Uint8Array, address: ScannerAddress): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address)
    let said = ''
    const timer = setTimeout(() => socket.destroy(new Error('The scanner takes too long.')), MOST_MS)
    socket.setEncoding('latin1')
    socket.on('data', (text) => {
      said += String(text)
      if (said.length > 4096) socket.destroy(new Error('The scanner says too much.'))
    })
    socket.once('error', reject)
    socket.once('close', () => {
      clearTimeout(timer)
      // Only a line that came whole counts.
      resolve(said.endsWith('\0') ? said.slice(0, -1).trim() : '')
    })
    socket.write('zINSTREAM\0')
    for (let from = 0; from < bytes.length; from += CHUNK) socket.write(piece(bytes.subarray(from, from + CHUNK)))
    socket.write(piece(new Uint8Array(0)))
  })
}

function piece(bytes: Uint8Array): Buffer {
  const framed = Buffer.alloc(4 + bytes.length)
  framed.writeUInt32BE(bytes.length)
  framed.set(bytes, 4)
  return framed
}
