import { formatNumber } from '#kernel/number.ts'
import { Chart } from '#ui/chart.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import type * as contract from '../contract.ts'
import { type TargetLevel, tallyVerdicts } from '../domain/standing.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { TableBox } from './table-box.tsx'
import classes from './workspace.module.css'

const VERDICTS = ['met', 'near', 'missed', 'unknown', 'noTarget'] as const

type Props = { readonly rows: readonly contract.StandingRow[]; readonly level: TargetLevel }

const TONES = { met: 'good', near: 'warning', missed: 'bad', unknown: 'none', noTarget: 'none' } as const

/** How many indicators of each group meet their target. */
export function VerdictSection({ rows, level }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const tally = (some: readonly contract.StandingRow[]) =>
    tallyVerdicts(
      some.map(({ cell }) => cell),
      level,
    )
  const all = tally(rows)
  const used = VERDICTS.filter((verdict) => all[verdict] > 0)
  const groups = [...Map.groupBy(rows, ({ indicator }) => indicator.group.code)].map(([code, some]) => ({
    code,
    name: some[0] ? say(some[0].indicator.group.name) : code,
    tally: tally(some),
  }))
  return (
    <Section title={m.overview.verdicts}>
      <div className={classes.pair}>
        <Chart
          label={m.overview.verdicts}
          categories={groups.map(({ code }) => code)}
          series={used.map((verdict) => ({
            name: m.verdicts[verdict],
            kind: 'bar',
            tone: TONES[verdict],
            values: groups.map((group) => group.tally[verdict]),
          }))}
          decimals={0}
        />
        <TableBox label={m.overview.verdicts}>
          <thead>
            <tr>
              <th scope="col">{m.overview.group}</th>
              {used.map((verdict) => (
                <th key={verdict} scope="col" data-end>
                  {m.verdicts[verdict]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.code}>
                <th scope="row">{group.name}</th>
                {used.map((verdict) => (
                  <td key={verdict} data-end>
                    {formatNumber(group.tally[verdict])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{m.overview.total}</th>
              {used.map((verdict) => (
                <td key={verdict} data-end>
                  {formatNumber(all[verdict])}
                </td>
              ))}
            </tr>
          </tfoot>
        </TableBox>
      </div>
    </Section>
  )
}
