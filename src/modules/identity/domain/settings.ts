/** A number an administrator may set within what the law and good sense allow. */
export type SettingRule = {
  readonly key: SettingKey
  readonly standard: number
  readonly min: number
  readonly max: number
  readonly unit: 'minutes' | 'hours' | 'days' | 'months' | 'characters' | 'times' | 'kibibytes' | 'switch'
}

export const SETTING_KEYS = [
  'idle-lock-minutes',
  'idle-lock-minutes-administrator',
  'session-hours',
  'failures-before-lock',
  'lock-hours',
  'password-length-with-second-factor',
  'password-length-alone',
  'password-history',
  'password-days-administrator',
  'password-days',
  'second-factor-for-all',
  'disuse-days',
  'review-months',
  'break-glass-minutes',
  'token-days',
  'argon2-memory',
  'argon2-passes',
  'argon2-lanes',
] as const
export type SettingKey = (typeof SETTING_KEYS)[number]
export type Settings = Readonly<Record<SettingKey, number>>

const rule = (key: SettingKey, unit: SettingRule['unit'], standard: number, min: number, max: number): SettingRule => ({
  key,
  unit,
  standard,
  min,
  max,
})

/**
 * Every setting with its bounds. The bounds are those of a level-3 system (legal source: tcvn-14423): a setting may be
 * stricter than the rule, never laxer.
 */
export const SETTING_RULES: readonly SettingRule[] = [
  rule('idle-lock-minutes', 'minutes', 15, 1, 15),
  rule('idle-lock-minutes-administrator', 'minutes', 5, 1, 5),
  rule('session-hours', 'hours', 12, 1, 24),
  rule('failures-before-lock', 'times', 5, 1, 5),
  rule('lock-hours', 'hours', 12, 12, 720),
  rule('password-length-with-second-factor', 'characters', 8, 8, 64),
  rule('password-length-alone', 'characters', 14, 14, 64),
  rule('password-history', 'times', 10, 10, 50),
  rule('password-days-administrator', 'days', 60, 1, 60),
  // 0: not limited (people who must change often choose worse).
  rule('password-days', 'days', 0, 0, 365),
  rule('second-factor-for-all', 'switch', 0, 0, 1),
  rule('disuse-days', 'days', 45, 1, 45),
  rule('review-months', 'months', 6, 1, 6),
  rule('break-glass-minutes', 'minutes', 120, 15, 480),
  rule('token-days', 'days', 90, 1, 365),
  rule('argon2-memory', 'kibibytes', 19_456, 19_456, 262_144),
  rule('argon2-passes', 'times', 2, 2, 10),
  rule('argon2-lanes', 'times', 1, 1, 4),
]

/** The settings in force: what was set, within its bounds, and the standard for the rest. */
export function settingsFrom(set: Readonly<Record<string, number>>): Settings {
  const pairs = SETTING_RULES.map(({ key, standard, min, max }) => {
    const value = set[key]
    return [key, value === undefined ? standard : Math.min(Math.max(value, min), max)]
  })
  return Object.fromEntries(pairs) as Settings
}

/** The rule of a setting. */
export function settingRule(key: SettingKey): SettingRule {
  const found = SETTING_RULES.find((candidate) => candidate.key === key)
  if (!found) throw new RangeError(`unknown setting ${key}`)
  return found
}
