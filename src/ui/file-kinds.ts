const KNOWN: Readonly<Record<string, string>> = {
  '.doc': 'Word',
  '.docx': 'Word',
  '.xls': 'Excel',
  '.xlsx': 'Excel',
}

/** The kinds of an `accept` of HTML as people call them: `image/*,.pdf` are pictures and PDF. `pictures` is the word for these. */
export function fileKindNames(accept: string, pictures: string): readonly string[] {
  const names = accept
    .split(',')
    .map((kind) => kind.trim().toLowerCase())
    .filter((kind) => kind !== '')
    .map((kind) =>
      kind.startsWith('image/') ? pictures : (KNOWN[kind] ?? kind.replace(/^\.|^.*\//, '').toUpperCase()),
    )
  return [...new Set(names)]
}
