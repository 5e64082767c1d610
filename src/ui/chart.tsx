import { SegmentedControl, Skeleton, useComputedColorScheme, VisuallyHidden } from '@mantine/core'
import { lazy, Suspense, useId, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import classes from './chart.module.css'
import type { ChartSeries } from './chart-option.ts'
import { useWords } from './words.ts'

type Props = {
  /** What the picture shows, with the period: its accessible name and the table's caption. */
  readonly label: string
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly unit?: string
  /** A dashed line across: the target. */
  readonly target?: { readonly label: string; readonly value: number }
  readonly height?: number
  readonly decimals?: number
  /** Names on the left, bars to the right: for long names. */
  readonly lying?: boolean
}

const Picture = lazy(() => import('./chart-picture.tsx').then(({ ChartPicture }) => ({ default: ChartPicture })))

/** A picture of figures and, one press away, the figures themselves. */
export function Chart(props: Props) {
  const { label, categories, series, unit, target, height = 300, decimals, lying = false } = props
  const words = useWords()
  const id = useId()
  const scheme = useComputedColorScheme('light')
  const [view, setView] = useState('picture')
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <div className={classes.head}>
        <figcaption id={id} className={classes.caption}>
          {label}
          {unit && <span className={classes.unit}>{unit}</span>}
        </figcaption>
        <SegmentedControl
          className={classes.views ?? ''}
          size="xs"
          value={view}
          onChange={setView}
          aria-label={label}
          data={[
            { value: 'picture', label: words.chart },
            { value: 'table', label: words.tableOfChart },
          ]}
        />
      </div>
      {view === 'picture' ? (
        <>
          <Suspense fallback={<Skeleton height={height} radius="md" />}>
            <Picture
              label={label}
              height={height}
              options={{
                categories,
                series,
                scheme,
                lying,
                ...(target && { target }),
                ...(decimals !== undefined && { decimals }),
              }}
            />
          </Suspense>
          <div className={classes.onPaper}>
            <ChartTable {...props} />
          </div>
        </>
      ) : (
        <ChartTable {...props} />
      )}
    </figure>
  )
}

function ChartTable({ label, categories, series, decimals }: Props) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.region} aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{label}</VisuallyHidden>
            </th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, place) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {series.map(({ name, values }) => (
                <td key={name}>{formatNumber(values[place] ?? null, decimals)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
