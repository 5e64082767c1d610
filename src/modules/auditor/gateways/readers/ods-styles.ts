import { visitXml, type XmlFault } from './xml.ts'

export type OdsStyles = {
  isBold(style: string | undefined): boolean
  /** Whether the style of a table hides it. */
  isHidden(style: string | undefined): boolean
}

type Written = { readonly parent: string | undefined; bold?: boolean; hidden?: boolean }

/** The styles that cells and tables name; those of `content.xml` come on top of those of `styles.xml`. */
export function readOdsStyles(parts: readonly (Uint8Array | undefined)[]): OdsStyles | XmlFault {
  const styles = new Map<string, Written>()
  for (const part of parts) {
    const fault = part ? collect(part, styles) : null
    if (fault) return fault
  }
  return {
    isBold: (style) => lineOf(style, styles).find(({ bold }) => bold !== undefined)?.bold ?? false,
    isHidden: (style) => lineOf(style, styles).find(({ hidden }) => hidden !== undefined)?.hidden ?? false,
  }
}

function collect(part: Uint8Array, styles: Map<string, Written>): XmlFault | null {
  let style: Written | null = null
  let isOver = false
  return visitXml(part, {
    open(name, attributes) {
      if (name === 'style:style') {
        style = { parent: attributes['style:parent-style-name'] }
        styles.set(attributes['style:name'] ?? '', style)
      } else if (name === 'style:text-properties' && style && attributes['fo:font-weight'] !== undefined)
        style.bold = /^(?:bold|[6-9]00)$/.test(attributes['fo:font-weight'])
      else if (name === 'style:table-properties' && style && attributes['table:display'] !== undefined)
        style.hidden = attributes['table:display'] === 'false'
      else if (name === 'office:body') isOver = true
    },
    close(name) {
      if (name === 'style:style') style = null
    },
    text() {},
    done: () => isOver,
  })
}

function lineOf(style: string | undefined, styles: ReadonlyMap<string, Written>): Written[] {
  const line: Written[] = []
  for (let at = styles.get(style ?? ''); at && !line.includes(at); at = styles.get(at.parent ?? '')) line.push(at)
  return line
}
