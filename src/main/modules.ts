import { administration } from '#modules/administration/index.ts'
import { identity } from '#modules/identity/index.ts'
import { indicators } from '#modules/indicators/index.ts'
import { organisation } from '#modules/organisation/index.ts'
import { reports } from '#modules/reports/index.ts'
import { workspace } from '#modules/workspace/index.ts'
import type { Module } from '#server/module.ts'

/** The modules of the platform, from the one that knows least to the one that knows most. */
export const modules: readonly Module[] = [organisation, identity, administration, indicators, reports, workspace]
