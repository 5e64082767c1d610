/** Words by which headers place their column in time. All folded. */

/** Adds up since some day. */
export const CUMULATIVE = /\bluy ke\b|\bluy tien\b|\btu dau (?:nam|nhiem ki)\b|\bcong don\b/
/** Tells of the period before. */
export const PERIOD_BEFORE = /\bki truoc\b(?! chuyen)|\bthang truoc\b|\b(?:qui|quy) truoc\b/
/** Tells of the period of the report. */
export const PERIOD_NOW =
  /\bki nay\b|\bki bao cao\b|\btrong ki\b|\bthang nay\b|\b(?:qui|quy) nay\b|\bthuc hien trong (?:thang|qui|quy)\b/
