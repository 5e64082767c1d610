import yauzl from 'yauzl'

/** Refused while reading a file; the code is one of the module's problems. */
export type FileFault = { readonly fault: string; readonly limit?: number }

const MEGABYTE = 1024 * 1024
/** What all read parts together may unpack to. A workbook of 200,000 values takes about 40 MB. */
export const MOST_UNPACKED_MB = 160
const MOST_ENTRIES = 2000

export type Unpacked = ReadonlyMap<string, string>

/**
 * The XML parts of a zip file as text, or why it is refused. The sizes a bomb declares are checked before anything is unpacked, and
 * the bytes that really come out while it is; a file with macros is refused by its parts, whatever its name.
 */
export function unpack(bytes: Uint8Array): Promise<Unpacked | FileFault> {
  return new Promise((resolve) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (failure, zip) => {
      if (failure || !zip) return resolve({ fault: 'indicators/file-unreadable' })
      const parts = new Map<string, string>()
      const budget = { left: MOST_UNPACKED_MB * MEGABYTE }
      const refuse = (fault: FileFault) => {
        zip.close()
        resolve(fault)
      }
      if (zip.entryCount > MOST_ENTRIES) return refuse({ fault: 'indicators/file-bomb', limit: MOST_UNPACKED_MB })
      zip.on('error', () => refuse({ fault: 'indicators/file-unreadable' }))
      zip.on('end', () => resolve(parts))
      zip.on('entry', (entry: yauzl.Entry) => {
        if (/vbaProject\.bin$/i.test(entry.fileName)) return refuse({ fault: 'indicators/file-macro' })
        if (entry.uncompressedSize > budget.left)
          return refuse({ fault: 'indicators/file-bomb', limit: MOST_UNPACKED_MB })
        if (!isRead(entry.fileName)) return zip.readEntry()
        readEntry(zip, entry, budget, (text) => {
          if (typeof text !== 'string') return refuse(text)
          parts.set(entry.fileName, text)
          zip.readEntry()
        })
      })
      zip.readEntry()
    })
  })
}

/** Only what a table needs: no pictures, styles or printer settings. */
function isRead(name: string): boolean {
  return /^(?:\[Content_Types\]\.xml|xl\/(?:workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[\w.-]+\.xml))$/.test(
    name,
  )
}

function readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  budget: { left: number },
  done: (text: string | FileFault) => void,
): void {
  zip.openReadStream(entry, (failure, stream) => {
    if (failure || !stream) return done({ fault: 'indicators/file-unreadable' })
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => {
      budget.left -= chunk.length
      if (budget.left < 0) {
        stream.destroy()
        done({ fault: 'indicators/file-bomb', limit: MOST_UNPACKED_MB })
      } else chunks.push(chunk)
    })
    stream.on('error', () => done({ fault: 'indicators/file-unreadable' }))
    stream.on('end', () => done(Buffer.concat(chunks).toString('utf8')))
  })
}
