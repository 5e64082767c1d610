import { promisify } from 'node:util'
import { crc32, deflateRaw, inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const deflate = promisify(deflateRaw)

/** Parts larger than this unpacked are not taken apart; readers refuse such files before. */
const MOST_UNPACKED = 256 * 1024 * 1024

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_BYTES = 22
/** Bit 3: sizes stand behind the content. We know them, so it is cleared. */
const SIZES_BEHIND = 0x0008
const UTF8_NAME = 0x0800

/** One part of a zip file as it lies there; `packed` is untouched. */
export type ZipPart = {
  readonly name: string
  readonly rawName: Buffer
  readonly flags: number
  readonly method: number
  readonly time: number
  readonly date: number
  readonly crc: number
  readonly packed: Buffer
  readonly size: number
  readonly versionMadeBy: number
  readonly externalAttributes: number
}

/** The parts of a zip file in the order of its directory, or `null` when it is not one that can be copied part by part (zip64, encrypted, damaged). */
export function zipParts(bytes: Uint8Array): readonly ZipPart[] | null {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOfDirectory(zip)
    if (end < 0) return null
    const parts: ZipPart[] = []
    let at = zip.readUInt32LE(end + 16)
    for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
      const part = partAt(zip, at)
      if (!part) return null
      parts.push(part)
      at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    return parts
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The end record stands last, behind it at most a comment of 65,535 bytes. */
function endOfDirectory(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= 0 && at >= zip.length - END_BYTES - 0xffff; at--)
    if (zip.readUInt32LE(at) === END) return at
  return -1
}

function partAt(zip: Buffer, at: number): ZipPart | null {
  const flags = zip.readUInt16LE(at + 8)
  const packedSize = zip.readUInt32LE(at + 20)
  const size = zip.readUInt32LE(at + 24)
  const local = zip.readUInt32LE(at + 42)
  const zip64 = [packedSize, size, local].includes(0xffffffff)
  const encrypted = (flags & 1) === 1
  if (zip.readUInt32LE(at) !== CENTRAL || zip64 || encrypted || zip.readUInt32LE(local) !== LOCAL) return null
  const rawName = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28))
  const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  if (begin + packedSize > zip.length) return null
  return {
    name: rawName.toString('utf8'),
    rawName,
    flags,
    method: zip.readUInt16LE(at + 10),
    time: zip.readUInt16LE(at + 12),
    date: zip.readUInt16LE(at + 14),
    crc: zip.readUInt32LE(at + 16),
    packed: zip.subarray(begin, begin + packedSize),
    size,
    versionMadeBy: zip.readUInt16LE(at + 4),
    externalAttributes: zip.readUInt32LE(at + 38),
  }
}

/** What stands in the part, unpacked; throws a RangeError when it unpacks to more than it says or may. */
export async function unpack(part: ZipPart): Promise<Buffer> {
  if (part.method === 0) return part.packed
  if (part.method !== 8 || part.size > MOST_UNPACKED) throw new RangeError(`${part.name} cannot be unpacked.`)
  return inflate(part.packed, { maxOutputLength: Math.max(part.size, 1) })
}

/** The zip file with these parts replaced, or added behind the others; every other part keeps its packed bytes. */
export async function withParts(
  parts: readonly ZipPart[],
  replaced: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const kept = new Set(parts.map(({ name }) => name))
  const last = parts.at(-1)
  const all = [
    ...(await Promise.all(
      parts.map(async (part) => {
        const content = replaced.get(part.name)
        return content ? pack(part.name, content, part) : part
      }),
    )),
    ...(await Promise.all(
      [...replaced].filter(([name]) => !kept.has(name)).map(([name, content]) => pack(name, content, last)),
    )),
  ]
  return new Uint8Array(written(all))
}

/** Dated like the part it replaces or stands beside; 1 January 1980, the first a zip file knows, when there is none. */
async function pack(name: string, content: Uint8Array, like: ZipPart | undefined): Promise<ZipPart> {
  return {
    name,
    rawName: Buffer.from(name, 'utf8'),
    flags: UTF8_NAME,
    method: 8,
    time: like?.time ?? 0,
    date: like?.date ?? 0x21,
    crc: crc32(content),
    packed: await deflate(content),
    size: content.byteLength,
    versionMadeBy: like?.versionMadeBy ?? 20,
    externalAttributes: like?.externalAttributes ?? 0,
  }
}

function written(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const shared = sharedHeader(part)
    const local = Buffer.concat([signed(LOCAL), shared, lengths(part, 2), part.rawName])
    directory.push(centralHeader(part, shared, at))
    pieces.push(local, part.packed)
    at += local.length + part.packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, list, end])
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}

/** The 22 bytes that the local header and the directory have in common. */
function sharedHeader(part: ZipPart): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(part.flags & ~SIZES_BEHIND, 2)
  bytes.writeUInt16LE(part.method, 4)
  bytes.writeUInt16LE(part.time, 6)
  bytes.writeUInt16LE(part.date, 8)
  bytes.writeUInt32LE(part.crc, 10)
  bytes.writeUInt32LE(part.packed.length, 14)
  bytes.writeUInt32LE(part.size, 18)
  return bytes
}

/** Length of the name, then zeros for what is left out: extra fields, and in the directory comment, disk and attributes. */
function lengths({ rawName }: ZipPart, fields: number): Buffer {
  const bytes = Buffer.alloc(fields * 2)
  bytes.writeUInt16LE(rawName.length, 0)
  return bytes
}

function centralHeader(part: ZipPart, shared: Buffer, offset: number): Buffer {
  const behind = lengths(part, 9)
  behind.writeUInt32LE(part.externalAttributes, 10)
  behind.writeUInt32LE(offset, 14)
  const begin = Buffer.alloc(6)
  begin.writeUInt32LE(CENTRAL, 0)
  begin.writeUInt16LE(part.versionMadeBy, 4)
  return Buffer.concat([begin, shared, behind, part.rawName])
}
