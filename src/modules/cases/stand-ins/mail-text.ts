/** A mail as the platform writes it (gateways/smtp.ts): one text in base64. */
type ReadMail = {
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** What stands in a mail; empty where it does not say. */
export function readMail(raw: string): ReadMail {
  const [head = '', ...rest] = raw.replaceAll('\r\n', '\n').split('\n\n')
  // A header goes on in lines that begin with a space.
  const lines = head.replaceAll(/\n[ \t]+/g, ' ').split('\n')
  const header = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  const body = rest.join('\n\n')
  const isBase64 = header('content-transfer-encoding').toLowerCase() === 'base64'
  return {
    messageId: header('message-id').replaceAll(/^<|>$/g, ''),
    to: header('to').replaceAll(/^.*<|>.*$/g, ''),
    subject: words(header('subject')),
    text: isBase64 ? Buffer.from(body, 'base64').toString('utf8').trim() : body.trim(),
  }
}

/** A header with letters beyond ASCII is written in pieces `=?UTF-8?B?…?=` or `=?UTF-8?Q?…?=` (RFC 2047). */
function words(header: string): string {
  const joined = header.replaceAll(/\?=\s+=\?/g, '?==?')
  return joined.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, piece: string) =>
    way.toLowerCase() === 'b' ? Buffer.from(piece, 'base64').toString('utf8') : quoted(piece),
  )
}

function quoted(piece: string): string {
  const bytes = piece
    .replaceAll('_', ' ')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
