import { formatNumber } from '#kernel/number.ts'
import type { Found } from '../finding.ts'
import { isTelling, type ResultFraction, resultFractions, sharedBy } from '../indicators/fractions.ts'
import { named, spotOfStatement } from '../indicators/tell.ts'
import { areUnlike } from '../indicators/things.ts'
import type { Rule } from '../rule.ts'

/** Two counts of one population on two days differ by less than this share. */
const DRIFT = 0.02
const LEAST = 100
const LARGE = 1000

export const populationSizes: Rule = {
  id: 'population-sizes',
  title: { vi: 'Mẫu số không khớp đối tượng', en: 'Denominators that do not fit what they count' },
  about: {
    vi: 'Một tổng thể (dân số trưởng thành, dân số từ 15 tuổi…) có hai mẫu số khác nhau; hoặc những đối tượng khác hẳn nhau (cán bộ và phản ánh) có chung một mẫu số. Im lặng khi chênh dưới 2%, với số tròn trăm và với mẫu số chung của cùng loại đối tượng.',
    en: 'One population (adults, people of 15 and over…) with two denominators, or altogether different things (officials and complaints) with one. Silent below 2% difference, on round hundreds, and on one denominator for things of one kind.',
  },
  check(reading) {
    const fractions = resultFractions(reading)
    return [...twoSizes(fractions), ...oneForUnlike(fractions)]
  },
}

function twoSizes(fractions: readonly ResultFraction[]): readonly Found[] {
  return sharedBy(fractions, ({ population }) => population?.id ?? null).flatMap((group): readonly Found[] => {
    const sizes = [...Map.groupBy(group, ({ bottom }) => bottom).values()].toSorted((a, b) => a.length - b.length)
    const bottoms = sizes.flatMap((same) => same.slice(0, 1).map(({ bottom }) => bottom))
    const [least, most] = [Math.min(...bottoms), Math.max(...bottoms)]
    const [population] = group.map((one) => one.population)
    if (!population || least < LARGE || most - least <= most * DRIFT) return []
    const list = bottoms.map((value) => formatNumber(value)).join(' và ')
    const difference = formatNumber(Number((most / least).toFixed(2)))
    return [
      {
        severity: 'likely',
        spots: sizes.flat().map(({ statement }) => spotOfStatement(statement)),
        stated: {
          vi: `Mẫu số của ${population.vi}: ${list}`,
          en: `Denominators for ${population.en}: ${list.replaceAll(' và ', ' and ')}`,
        },
        worked: {
          vi: `${formatNumber(most)} / ${formatNumber(least)} = ${difference} lần`,
          en: `${formatNumber(most)} / ${formatNumber(least)} = ${difference} times`,
        },
        why: {
          vi: 'Cùng một tổng thể trên cùng địa bàn và cùng kỳ chỉ có một quy mô.',
          en: 'One population of one area and one period has one size.',
        },
        notes: [
          {
            vi: 'Có thể một chỉ tiêu chỉ tính nhóm đủ điều kiện; khi đó cần ghi rõ mẫu số là nhóm nào.',
            en: 'One indicator may count only those who qualify; the denominator should then say who they are.',
          },
        ],
      },
    ]
  })
}

function oneForUnlike(fractions: readonly ResultFraction[]): readonly Found[] {
  const telling = fractions.filter(({ bottom }) => isTelling(bottom, LEAST))
  return sharedBy(telling, ({ bottom }) => bottom).flatMap((group): readonly Found[] => {
    const rows = [...Map.groupBy(group, ({ row }) => row).values()].flatMap((same) => same.slice(0, 1))
    const pair = rows.flatMap((one) =>
      rows.filter((other) => areDifferent(one, other)).map((other) => [one, other] as const),
    )[0]
    if (!pair) return []
    // The one named later is the likelier copy.
    const [other, accused] = pair
    return [
      {
        severity: other.population && accused.population && accused.bottom >= LARGE ? 'likely' : 'look',
        spots: [accused, other].map(({ statement }) => spotOfStatement(statement)),
        stated: {
          vi: `Mẫu số ${formatNumber(accused.bottom)} vừa là của “${named(other.row.label, 80)}”, vừa là của “${named(accused.row.label, 80)}”`,
          en: `The denominator ${formatNumber(accused.bottom)} belongs to “${named(other.row.label, 80)}” and to “${named(accused.row.label, 80)}”`,
        },
        worked: {
          vi: `${nameOf(other).vi}: ${formatNumber(other.bottom)}; ${nameOf(accused).vi}: ${formatNumber(accused.bottom)}`,
          en: `${nameOf(other).en}: ${formatNumber(other.bottom)}; ${nameOf(accused).en}: ${formatNumber(accused.bottom)}`,
        },
        why: {
          vi: 'Hai đối tượng khác nhau hiếm khi có đúng cùng một số lượng; mẫu số có thể đã được chép sang.',
          en: 'Two different things rarely number exactly the same; the denominator may have been copied.',
        },
        notes: [{ vi: 'Có thể chỉ là trùng hợp.', en: 'It may be a coincidence.' }],
      },
    ]
  })
}

function areDifferent(one: ResultFraction, other: ResultFraction): boolean {
  if (one === other) return false
  if (one.population && other.population) return one.population.id !== other.population.id
  return areUnlike(one.asked, other.asked)
}

function nameOf({ population, asked }: ResultFraction): { readonly vi: string; readonly en: string } {
  if (population) return population
  return { vi: asked.map(({ vi }) => vi).join(' và '), en: asked.map(({ en }) => en).join(' and ') }
}
