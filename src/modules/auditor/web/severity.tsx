import type { ReactNode } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLabel } from '#ui/language.tsx'
import { SEVERITIES, type Severity } from '../domain/finding.ts'
import { SEVERITY_WORDS, type SeverityCounts } from '../domain/finding-words.ts'
import classes from './severity.module.css'

const PATHS: Record<Severity, ReactNode> = {
  proved: <path d="M8 1.2 15.4 14.4H.6z" />,
  likely: <path d="M8 .8 15.2 8 8 15.2.8 8z" />,
  look: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <circle cx="8" cy="8" r="1.6" className={classes.core} />
    </>
  ),
}

/** The sign of a severity, told apart without colour: triangle, diamond, ring with a dot. Hollow once somebody has decided. */
export function SeverityShape({
  severity,
  hollow = false,
}: {
  readonly severity: Severity
  readonly hollow?: boolean
}) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={classes.shape}
      data-severity={severity}
      data-hollow={hollow || undefined}
      aria-hidden="true"
    >
      {PATHS[severity]}
    </svg>
  )
}

/** Severity in words with its sign. */
export function SeverityWord({ severity }: { readonly severity: Severity }) {
  const say = useLabel()
  return (
    <span className={classes.word} data-severity={severity}>
      <SeverityShape severity={severity} />
      {say(SEVERITY_WORDS[severity])}
    </span>
  )
}

/** How many of each severity; those that nobody found are left out. */
export function SeverityCountList({ counts }: { readonly counts: SeverityCounts }) {
  const say = useLabel()
  const found = SEVERITIES.filter((severity) => counts[severity] > 0)
  if (found.length === 0) return null
  return (
    <span className={classes.counts}>
      {found.map((severity) => (
        <span key={severity} className={classes.word} data-severity={severity} title={say(SEVERITY_WORDS[severity])}>
          <SeverityShape severity={severity} />
          {formatNumber(counts[severity])} <span>{say(SEVERITY_WORDS[severity]).toLocaleLowerCase()}</span>
        </span>
      ))}
    </span>
  )
}
