import { isFault } from '../fault.ts'
import { htmlBlocks } from './html.ts'

/** What stands for a character that is taken literally while marks are removed: private use, so never in a report. */
const KEPT = 0xf000

/** The text without its Markdown: emphasis, code marks, links, escapes, tags and entities. `<br>` is a line break. */
export function inlineText(source: string): string {
  const escaped = source.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => keep(mark))
  const bare = escaped
    .replace(/(`{1,8})([^`]+)\1(?!`)/g, (_, __, code: string) => Array.from(code.trim(), keep).join(''))
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?: "[^"]*")?\)/g, '$1')
    .replace(/<((?:https?|mailto):[^<>\s]*)>/g, '$1')
    .replace(/(\*\*\*|\*\*|~~)(?=\S)([^*~]*[^*~\s])\1/g, '$2')
    // Not within a word or a formula: (2)*(3)*100.
    .replace(/(?<![\p{L}\p{N})*])\*(?=\S)([^*]*[^*\s])\*(?![\p{L}\p{N}(*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])(___|__|_)(?=\S)([^_]*[^_\s])\1(?![\p{L}\p{N}_])/gu, '$2')
  return restore(/[<&]/.test(bare) ? withoutTags(bare) : bare).trim()
}

/** Whether all of the text is strong. */
export function isStrong(source: string): boolean {
  return /^(\*\*|__)(?=\S)(?:(?!\1).)*\S\1$/.test(source.trim())
}

function keep(mark: string): string {
  const code = mark.charCodeAt(0)
  return mark.length === 1 && code < 0x80 ? String.fromCharCode(KEPT + code) : mark
}

function restore(text: string): string {
  return text.replace(/[\uf000-\uf07f]/g, (kept) => String.fromCharCode(kept.charCodeAt(0) - KEPT))
}

function withoutTags(text: string): string {
  const blocks = htmlBlocks(text)
  if (isFault(blocks)) return text
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n')
}
