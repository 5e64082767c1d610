/**
 * The file a backup travels in. Without a passphrase it is a gzip file of a script that psql understands. With one, the
 * gzip bytes are sealed in frames (AES-256-GCM, key by scrypt): a frame that was changed, moved or left out is noticed.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

const MAGIC = 'HAIDANG-BACKUP-1'
const FRAME_BYTES = 256 * 1024
const TAG_BYTES = 16
const FINAL = 0x8000_0000
/** 128 MiB and about half a second for each guess of the passphrase. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const
const LONGEST_HEADER = 1024

type Seal = { readonly key: Buffer; readonly prefix: Buffer; readonly header: Buffer }

/** Writes the file whole or not at all, readable by its owner only; how many bytes it has. */
export async function writeBackupFile(
  path: string,
  text: AsyncIterable<Buffer>,
  passphrase: string | undefined,
): Promise<number> {
  const half = `${path}.half`
  try {
    const out = createWriteStream(half, { mode: 0o600, flush: true })
    const source = Readable.from(text, { objectMode: false })
    if (passphrase === undefined) await pipeline(source, createGzip(), out)
    else {
      const seal = await newSeal(passphrase)
      await pipeline(source, createGzip(), (bytes: AsyncIterable<Buffer>) => sealed(bytes, seal), out)
    }
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  return (await stat(path)).size
}

/** The script inside the file; throws a bilingual message when the passphrase is missing or wrong or bytes were changed. */
export async function* readBackupFile(path: string, passphrase: string | undefined): AsyncGenerator<Buffer> {
  const header = await readHeader(path)
  const file = createReadStream(path, { start: header?.length ?? 0 })
  const unzipped = createGunzip()
  const opened =
    header === undefined ? file : Readable.from(unsealed(file, await sealOf(header, passphrase)), { objectMode: false })
  opened.once('error', (error: Error) => unzipped.destroy(error))
  opened.pipe(unzipped)
  try {
    for await (const chunk of unzipped) yield chunk as Buffer
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') === true ? damaged() : error
  } finally {
    opened.destroy()
    file.destroy()
  }
}

function damaged(): Error {
  return new Error('Tệp sao lưu bị hỏng hoặc đã bị sửa. / The backup file is damaged or was changed.')
}

async function newSeal(passphrase: string): Promise<Seal> {
  const salt = randomBytes(16)
  const prefix = randomBytes(7)
  const described = {
    cipher: 'aes-256-gcm',
    kdf: 'scrypt',
    ...COST,
    salt: salt.toString('hex'),
    prefix: prefix.toString('hex'),
  }
  const header = Buffer.from(`${MAGIC} ${JSON.stringify(described)}\n`)
  return { key: await keyFrom(passphrase, salt), prefix, header }
}

async function sealOf(header: Buffer, passphrase: string | undefined): Promise<Seal> {
  if (passphrase === undefined || passphrase === '')
    throw new Error(
      'Tệp sao lưu đã mã hóa: hãy đặt BACKUP_PASSPHRASE. / The backup is encrypted: set BACKUP_PASSPHRASE.',
    )
  const { salt, prefix } = JSON.parse(header.toString().slice(MAGIC.length)) as { salt: string; prefix: string }
  return { key: await keyFrom(passphrase, Buffer.from(salt, 'hex')), prefix: Buffer.from(prefix, 'hex'), header }
}

function keyFrom(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, { ...COST, maxmem: 256 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** The first line of a sealed file; undefined for a plain gzip file. */
async function readHeader(path: string): Promise<Buffer | undefined> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0)
    const start = buffer.subarray(0, bytesRead)
    if (start[0] === 0x1f && start[1] === 0x8b) return undefined
    const end = start.indexOf('\n')
    if (end < 0 || !start.toString('latin1').startsWith(`${MAGIC} {`))
      throw new Error('Đây không phải tệp sao lưu của Hải Đăng. / This is not a Hải Đăng backup file.')
    return start.subarray(0, end + 1)
  } finally {
    await file.close()
  }
}

/** Each number is used once per key, and says whether the frame is the last: a file cut short has no last frame. */
function nonce({ prefix }: Seal, number: number, final: boolean): Buffer {
  const counter = Buffer.alloc(5)
  counter.writeUInt32BE(number)
  counter.writeUInt8(final ? 1 : 0, 4)
  return Buffer.concat([prefix, counter])
}

async function* sealed(bytes: AsyncIterable<Buffer>, seal: Seal): AsyncGenerator<Buffer> {
  yield seal.header
  let number = 0
  let waiting = Buffer.alloc(0)
  const frame = (content: Buffer, final: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', seal.key, nonce(seal, number++, final)).setAAD(seal.header)
    const secret = Buffer.concat([cipher.update(content), cipher.final()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE((secret.length | (final ? FINAL : 0)) >>> 0)
    return Buffer.concat([length, secret, cipher.getAuthTag()])
  }
  for await (const chunk of bytes) {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length > FRAME_BYTES) {
      yield frame(waiting.subarray(0, FRAME_BYTES), false)
      waiting = waiting.subarray(FRAME_BYTES)
    }
  }
  yield frame(waiting, true)
}

async function* unsealed(bytes: AsyncIterable<Buffer>, seal: Seal): AsyncGenerator<Buffer> {
  let number = 0
  let ended = false
  let waiting = Buffer.alloc(0)
  for await (const chunk of bytes) {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= 4) {
      const word = waiting.readUInt32BE()
      const final = (word & FINAL) !== 0
      const length = word & ~FINAL
      if (ended || length > FRAME_BYTES) throw damaged()
      if (waiting.length < 4 + length + TAG_BYTES) break
      const decipher = createDecipheriv('aes-256-gcm', seal.key, nonce(seal, number++, final)).setAAD(seal.header)
      decipher.setAuthTag(waiting.subarray(4 + length, 4 + length + TAG_BYTES))
      const content = decipher.update(waiting.subarray(4, 4 + length))
      try {
        decipher.final() // nothing leaves that was not proven to be ours
      } catch {
        throw number === 1
          ? new Error(
              'Sai BACKUP_PASSPHRASE, hoặc tệp đã bị sửa. / BACKUP_PASSPHRASE is wrong, or the file was changed.',
            )
          : damaged()
      }
      yield content
      ended = final
      waiting = waiting.subarray(4 + length + TAG_BYTES)
    }
  }
  if (!ended || waiting.length > 0) throw damaged()
}
