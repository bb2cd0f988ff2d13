/** Who may import whom: the layers of docs/decisions/0001-layers.md. `test/unit/layers.test.ts` shows that each rule fails. */
const rule = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
})
const npm = (...names) => names.map((name) => `^node_modules/(@types/)?${name}/`)

module.exports = {
  forbidden: [
    rule(
      'annotations-is-pure',
      '^annotations/',
      ['^annotations/', ...npm('zod', 'approx-string-match')],
      'the domain runs anywhere: no React, TipTap, Electron, Node or DOM',
    ),
    rule(
      'contract-knows-the-domain-only',
      '^src/contract/',
      ['^src/contract/', '^annotations/', ...npm('zod')],
      'both sides of every transport share it',
    ),
    {
      name: 'main-knows-no-page',
      severity: 'error',
      from: { path: '^src/main/' },
      to: { path: ['^src/(renderer|preload)/', '^test/', '^node_modules/(react|react-dom|@tiptap)/'] },
    },
    {
      name: 'electron-in-its-shell-only',
      severity: 'error',
      from: { pathNot: '^(src/main/electron|src/preload|test)/' },
      to: { path: ['^electron$', '^node_modules/electron/'] },
    },
    rule(
      'preload-is-narrow',
      '^src/preload/',
      ['^src/preload/', '^src/contract/', '^electron$', '^node_modules/electron/'],
      'one bridge, nothing else',
    ),
    {
      name: 'renderer-knows-no-node',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: {
        path: ['^src/(main|preload)/', '^test/', '^node_modules/electron/', '^electron$'],
        dependencyTypes: [
          'core',
          'local',
          'npm',
          'npm-dev',
          'subpath-imports',
          'aliased-subpath-import',
          'undetermined',
          'unknown',
          'npm-no-pkg',
        ],
      },
    },
    {
      name: 'renderer-without-node-builtins',
      severity: 'error',
      from: { path: '^(src/renderer|src/contract|annotations)/' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^electron$', '\\.(css|html)(\\?.*)?$', '^virtual:'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
