export const IMPORT_MODES = ['all-or-nothing', 'good-rows'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]
