export const IMPORT_RESULTS = [
  'added',
  'merged',
  'renamed',
  'recoded',
  'moved',
  'unchanged',
  'ended',
  'refused',
] as const
