import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // By itself it leaves one core free: half the machine on a small one, where the tests are all that runs.
    maxWorkers: '100%',
    projects: [
      {
        // A property test that takes a second alone may take ten beside a build on a small machine.
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], environment: 'node', testTimeout: 30_000 },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
