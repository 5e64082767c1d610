import { expect, test } from 'vitest'
import { completeLock, missingFromLock } from './lock.ts'

const lock = {
  packages: {
    '': {},
    'node_modules/builder': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: {
        '@builder/linux-x64-gnu': '2.0.0',
        '@builder/linux-x64-musl': '2.0.0',
        '@builder/windows-arm64': '^2.0.0',
      },
    },
    'node_modules/@builder/linux-x64-gnu': { version: '2.0.0', dev: true, optional: true },
    'node_modules/a/node_modules/b': { version: '1.0.0', optionalDependencies: { nested: '1.0.0', beside: '1.0.0' } },
    'node_modules/a/node_modules/nested': { version: '1.0.0' },
    'node_modules/beside': { version: '1.0.0' },
  },
}

test('packages of other platforms that the lock lost are named', () => {
  expect(missingFromLock(lock).map(({ name }) => name)).toEqual(['@builder/linux-x64-musl', '@builder/windows-arm64'])
})

test('the completed lock misses nothing, keeps what it had, and says where each package runs', () => {
  const complete = completeLock(lock)
  expect(missingFromLock(complete)).toEqual([])
  expect(complete.packages).toMatchObject(lock.packages)
  expect(complete.packages['node_modules/@builder/linux-x64-musl']).toEqual({
    version: '2.0.0',
    dev: true,
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  })
  expect(complete.packages['node_modules/@builder/windows-arm64']).toMatchObject({ os: ['win32'], cpu: ['arm64'] })
  expect(completeLock(complete)).toEqual(complete)
})
