import { SaxesParser } from 'saxes'

export type Attributes = Readonly<Record<string, string>>

export type XmlVisitor = {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
  /** Asked now and then; `true` ends the visit. */
  done?(): boolean
}

/** `entities`: a document type is declared, or an entity used that XML itself does not know. `deep`: nested beyond any office file. */
export type XmlFault = 'broken' | 'entities' | 'deep'

/** Word itself refuses more than 256 levels; text boxes in tables in content controls come to about 80. */
const MOST_DEPTH = 1000
const CHUNK = 256 * 1024

/**
 * Namespaces by which office programs name elements, and the prefix under which a visitor sees them, whatever prefix the file uses.
 * Transitional and strict OOXML are one to the reader.
 */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
}

/** Leads the visitor through the XML in document order; the fault that stopped it, or `null` when the visitor has seen enough. */
export function visitXml(bytes: Uint8Array, visitor: XmlVisitor): XmlFault | null {
  const parser = new SaxesParser({ position: false, xmlns: false })
  const names = namesIn()
  let fault: XmlFault | null = null
  let depth = 0
  const stop = (reason: XmlFault): never => {
    fault = reason
    throw new Error(reason)
  }
  parser.on('doctype', () => stop('entities'))
  parser.on('error', (error) => stop(/undefined entity/.test(error.message) ? 'entities' : 'broken'))
  let declares = false
  parser.on('attribute', ({ name }) => {
    if (name.startsWith('xmlns')) declares = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MOST_DEPTH) stop('deep')
    if (declares) names.declare(attributes, depth)
    declares = false
    visitor.open(names.element(name), names.attributes(attributes))
  })
  parser.on('closetag', ({ name }) => {
    visitor.close(names.element(name))
    names.forget(depth--)
  })
  parser.on('text', (text) => visitor.text(text))
  parser.on('cdata', (text) => visitor.text(text))
  try {
    for (const chunk of chunksOf(bytes)) {
      parser.write(chunk)
      if (visitor.done?.()) return null
    }
    parser.close()
    return null
  } catch (thrown) {
    if (thrown instanceof TypeError && fault === null && /encoded data/.test(thrown.message)) return 'broken'
    if (fault === null) throw thrown
    return fault
  }
}

function* chunksOf(bytes: Uint8Array): Generator<string> {
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let from = 0; from < bytes.length; from += CHUNK)
    yield decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true })
  yield decoder.decode()
}

type Bindings = ReadonlyMap<string, string>

/** Names as the visitor knows them, by the namespaces declared around. */
function namesIn() {
  let bindings: Bindings = new Map()
  let known = new Map<string, string>()
  let isPlain = true
  const outer: { readonly depth: number; readonly bindings: Bindings }[] = []
  const bind = (next: Bindings) => {
    bindings = next
    known = new Map()
    isPlain = [...next].every(([prefix, canonical]) => prefix === canonical || prefix === '')
  }
  const rename = (name: string, isAttribute: boolean): string => {
    const colon = name.indexOf(':')
    if (colon === -1 && isAttribute) return name
    const prefix = colon === -1 ? '' : name.slice(0, colon)
    const canonical = bindings.get(prefix) ?? prefix
    return canonical === '' ? name : `${canonical}:${name.slice(colon + 1)}`
  }
  return {
    declare(attributes: Attributes, depth: number) {
      const declared = declaredBy(attributes)
      if (declared.every(([prefix, canonical]) => bindings.get(prefix) === canonical)) return
      outer.push({ depth, bindings })
      bind(new Map([...bindings, ...declared]))
    },
    forget(depth: number) {
      if (outer.at(-1)?.depth !== depth) return
      bind(outer.pop()?.bindings ?? new Map())
    },
    element(name: string): string {
      const found = known.get(name)
      if (found !== undefined) return found
      const made = rename(name, false)
      known.set(name, made)
      return made
    },
    attributes(attributes: Attributes): Attributes {
      if (isPlain) return attributes
      return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [rename(name, true), value]))
    },
  }
}

/** Prefixes that this element declares, each with the one the visitor knows; a namespace nobody reads keeps its prefix, marked. */
function declaredBy(attributes: Attributes): (readonly [string, string])[] {
  const declared: (readonly [string, string])[] = []
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length)
    const canonical = PREFIXES[attributes[name] ?? '']
    declared.push([prefix, canonical ?? (KNOWN.has(prefix) ? `other-${prefix}` : prefix)])
  }
  return declared
}

const KNOWN = new Set(Object.values(PREFIXES))
