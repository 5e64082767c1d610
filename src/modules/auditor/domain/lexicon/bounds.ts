/** Words before a number that make it a bound, longest first within a meaning. */
export const BOUND_WORDS = {
  over: [
    'không dưới',
    'không thấp hơn',
    'tối thiểu',
    'ít nhất',
    'vượt quá',
    'lớn hơn',
    'nhiều hơn',
    'cao hơn',
    'trên',
    'hơn',
    'quá',
    '>=',
    '≥',
    '>',
  ],
  under: [
    'không quá',
    'không vượt quá',
    'không trên',
    'thấp hơn',
    'nhỏ hơn',
    'ít hơn',
    'tối đa',
    'dưới',
    '<=',
    '≤',
    '<',
  ],
  about: ['xấp xỉ', 'khoảng', 'chừng', 'ước chừng', 'ước khoảng', 'ước', 'gần', '~', '≈'],
} as const satisfies Record<string, readonly string[]>

/** Words that may stand before a number alone in a cell and say nothing about its size. */
export const LEADING_WORDS = ['đạt tỷ lệ', 'đạt tỉ lệ', 'tỷ lệ', 'tỉ lệ', 'đạt', 'có', 'là', 'còn', 'được'] as const
