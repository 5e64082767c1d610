/** What happens to dossiers and complaints, by the words of headers (folded). */
export const RECEIVED = /\btiep nhan\b|\bda nhan\b|\bnhan vao\b/
export const ENDED = /\bxu (?:li|ly)\b|\bgiai quyet\b|\btra ket qua\b|\bda tra\b|\bhoan thanh\b/
export const STILL_OPEN = /\bdang\b|\bchua\b|\bton\b|\bcho\b|\bton dong\b|\btuc\b/

/** Ways in which all that was handled is divided: by channel, by term. */
export const DIVISIONS: readonly RegExp[] = [
  /\btruc tuyen\b|\btruc tiep\b|\bbuu chinh\b|\bmot phan\b|\btoan trinh\b/,
  /\b(?:dung|truoc|tre|qua) han\b/,
]
