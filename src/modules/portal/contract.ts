export * from './contract/citizens.ts'
export * from './contract/drafts.ts'
export * from './contract/finding.ts'
export * from './contract/words.ts'
