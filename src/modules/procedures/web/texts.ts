import { useMessages } from '#ui/language.tsx'
import { en as designEn } from './design-messages.en.ts'
import { vi as designVi } from './design-messages.vi.ts'
import { en as editorEn } from './editor-messages.en.ts'
import { vi as editorVi } from './editor-messages.vi.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The words of the catalogue in the reader's language. */
export const useTexts = () => useMessages({ vi, en })

/** The words of writing a procedure down. */
export const useEditorTexts = () => useMessages({ vi: editorVi, en: editorEn })

/** The words of drawing a process. */
export const useDesignTexts = () => useMessages({ vi: designVi, en: designEn })
