// Codes on which the sources agree. Those on which they do not are in the profile.

/** KenhThucHien; nothing told counts as at the counter (decision-766). */
export const CHANNEL_CODES = { counter: '1', online: '2', post: '3' } as const
/** LoaiBan of a paper. */
export const PAPER_FORM_CODES = { original: '0', copy: '1', electronic: '2' } as const
/** HinhThucThu: when a fee is taken. */
export const FEE_WHEN_CODES = { 'at-receipt': '1', 'at-supplement': '2', 'at-return': '4' } as const
/** LoaiPhiLePhi. */
export const FEE_KIND_CODES = { charge: '1', levy: '2' } as const
/** DuocThanhToanTrucTuyen: where a payment can be made online. */
export const PAYMENT_CODES = { none: '0', 'national-portal': '1', 'own-system': '2' } as const

/** The word a code stands for; undefined when it stands for none. The first of several words with one code is meant. */
export function wordOf<W extends string>(codes: Readonly<Record<W, string>>, code: string): W | undefined {
  // The keys of a record of words are words.
  return (Object.keys(codes) as W[]).find((word) => codes[word] === code)
}
