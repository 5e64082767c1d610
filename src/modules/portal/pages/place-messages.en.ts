import type { Messages } from '#kernel/messages.ts'
import { many } from '#kernel/messages.ts'
import type { vi } from './place-messages.vi.ts'

export const en: Messages<typeof vi> = {
  mapTitle: 'Map of where to hand in papers',
  mapLead:
    'Choose a mark on the map, or a line of the list below it: both lead to the procedures of that place. The map shows the units of today.',
  mapLabel: 'Map: every mark bears the number of its line in the list below',
  mapNote:
    'There are no streets beneath: only places by their coordinates, north is up. A square mark is several places near each other; choose it to look closer.',
  approximateNote:
    'An “approximate” place only shows the neighbourhood and not the building; the address to go to stands in the list.',
  north: 'N',
  latitude: (text) => `${text}° N`,
  longitude: (text) => `${text}° E`,
  kilometres: (text) => `${text} km`,
  several: (count) => `${count} places`,
  mark: (number, name) => `${number}. ${name}`,
  markSeveral: (number, several, names) => `${number}. ${several}, look closer: ${names}`,
  near: (count) => `${count} places near each other`,
  closer: 'Look closer',
  wider: 'Look wider',
  whole: 'Show all',
  listTitle: 'List by the numbers on the map',
  outside: (count) => `${many(count, 'more is', 'more are')} beyond this frame.`,
  unplaced: (count) => `${many(count, 'place has', 'places have')} no position on the map yet.`,
  toList: 'See the full list',
  toMap: 'See on the map',
  noMap: 'No place has a position on the map yet.',
  noneFound: 'No place bears this name today.',
  coordinates: 'Position',
  approximate: 'approximate',
  exact: 'the very building',
  demonstration: 'demonstration, not for real use',
  source: (text) => `Source: ${text}`,
  openMap: 'Open in a map application',
  openMapOf: (name) => `Open in a map application: ${name}`,
  formerTitle: 'Former names, and where they belong now',
  formerLead: 'The administrative units were rearranged; people there now go to:',
  until: (day) => `so called until ${day}`,
  part: 'in part',
  formerHere: 'Former units',
  address: 'Address',
  mapWay: 'Map',
}
