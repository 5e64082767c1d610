import { createContext, useContext } from 'react'
import type { Take } from './papers-on-the-way.ts'

/** The application that files are taken in for. */
type DraftFiles = {
  readonly draftId: string
  readonly take: Take
  /** Files are kept for whoever signed in; of who has not, the way to do so. */
  readonly onSignIn: (() => void) | undefined
}

export const DraftFilesContext = createContext<DraftFiles | null>(null)

export function useDraftFiles(): DraftFiles {
  const files = useContext(DraftFilesContext)
  if (!files) throw new Error('A file is asked for outside of an application.')
  return files
}
