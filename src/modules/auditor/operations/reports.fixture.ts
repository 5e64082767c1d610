import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import * as units from '#modules/organisation/contract.ts'

type Caller = {
  call<I extends z.ZodObject, O extends z.ZodType>(
    endpoint: Endpoint<I, O>,
    input?: z.input<I> | Record<string, unknown>,
  ): Promise<{ readonly status: number; readonly body: z.output<O>; readonly problem: unknown }>
}

export type Place = { readonly city: string; readonly ward: string; readonly other: string }

/** A city with a ward, and a city that has nothing to do with it. */
export async function buildUnits(root: Caller): Promise<Place> {
  const unit = (key: string, name: string, kind: string, parent?: string) => ({
    key,
    name,
    kind,
    level: parent ? 'commune' : 'district',
    code: key,
    ...(parent && { parent: { key: parent } }),
  })
  const { created } = await done(root, units.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      {
        kind: 'create',
        to: [
          unit('city', 'Thành phố Vũng Tàu', 'provincial-city'),
          unit('ward', 'Phường 1', 'ward', 'city'),
          unit('other', 'Thành phố Bà Rịa', 'provincial-city'),
        ],
      },
    ],
  })
  return created as Place
}

/** A report as text: its table says that `done` of `total` dossiers were done, and `share` of them. */
export function reportText({
  done: part = '23.391',
  total = '23.802',
  share = '98,27%',
  title = 'Kết quả giải quyết hồ sơ quý III năm 2023',
}: {
  done?: string
  total?: string
  share?: string
  title?: string
} = {}): Uint8Array {
  const lines = [
    'Số: 12/BC-UBND',
    '',
    'BÁO CÁO',
    '',
    title,
    '',
    '1. Kết quả',
    '',
    'TT\tĐơn vị\tTổng số hồ sơ\tSố hồ sơ đúng hạn\tTỷ lệ (%)',
    '\t\t(1)\t(2)\t(3)=(2)/(1)',
    `1\tUBND thành phố\t${total}\t${part}\t${share}`,
    '2\tUBND phường\t2.000\t1.500\t75%',
    '',
    'Trên đây là báo cáo./.',
  ]
  return new TextEncoder().encode(lines.join('\n'))
}

/** The answer of a call that must succeed; throws with the problem when it does not. */
export async function done<I extends z.ZodObject, O extends z.ZodType>(
  caller: Caller,
  endpoint: Endpoint<I, O>,
  input: z.input<I> | Record<string, unknown>,
): Promise<z.output<O>> {
  const { status, body, problem } = await caller.call(endpoint, input)
  if (status >= 300) throw new Error(`${endpoint.id}: ${JSON.stringify(problem)}`)
  return body
}
