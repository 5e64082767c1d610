import { many } from '#kernel/messages.ts'
import type { Messages } from '#ui/language.tsx'
import type { vi } from './messages.vi.ts'

const CORNERS = ['Top left corner', 'Top right corner', 'Bottom right corner', 'Bottom left corner'] as const

export const en: Messages<typeof vi> = {
  title: 'Photograph a paper',
  lead: 'Lay the paper on something dark, in good light, with all four corners in view. The photos are straightened, made clearer and joined to one PDF on this device.',
  take: 'Take a photo',
  choose: 'Choose photos',
  working: (now, all) => `Straightening photo ${now} of ${all}…`,
  pages: (count) => (count === 0 ? 'No page yet' : many(count, 'page')),
  unread: (names) => `This device cannot read: ${names}. Please choose JPG or PNG pictures.`,
  page: (number) => `Page ${number}`,
  of: (act, page) => `${act}: ${page}`,
  notFound: 'No edge of a paper was seen: the whole photo is taken. Choose “Corners” to change that.',
  corners: 'Corners',
  turn: 'Turn',
  up: 'Earlier',
  down: 'Later',
  remove: 'Remove',
  clear: 'Make the writing clearer',
  send: (count) => (count > 1 ? `Join ${many(count, 'page')} to a PDF and send it` : 'Make a PDF and send it'),
  cancel: 'Cancel',
  cornersTitle: 'The four corners of the paper',
  cornersHelp:
    'Drag each corner to that of the paper. By keyboard: choose a corner and press the arrow keys, with Shift for larger steps.',
  corner: (place, x, y) => `${CORNERS[place]}: ${x} % across, ${y} % down`,
  photo: 'The photo',
  apply: 'Straighten by these corners',
  whole: 'Take the whole photo',
}
