/** What a device in a hall is there for, and all that it may do. */
export const DEVICE_KINDS = ['kiosk', 'board', 'rating'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** So long a code on a screen can be typed. */
export const PAIRING_MINUTES = 10
export const CODE_LENGTH = 6
/** Wrong codes that one official may type in an hour. */
export const MOST_WRONG_CODES = 10
/** So many devices in use has a unit at most. */
export const MOST_DEVICES = 60

/** The code as it stands on a screen, `ABC-346`. */
export const shownPairing = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`
