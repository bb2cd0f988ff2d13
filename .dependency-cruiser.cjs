/** Who may import whom: the layers of docs/decisions/0001-layers.md. `test/unit/layers.test.ts` shows that each rule fails. */

/** Everything is forbidden but what is listed. */
const only = (name, layer, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: layer },
  to: { pathNot: allowed },
})
const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to })
const npm = (...names) => names.map((name) => `^node_modules/(@types/)?${name}/`)
const electron = ['^electron$', '^node_modules/electron/']

module.exports = {
  forbidden: [
    only(
      'annotations-is-pure',
      '^annotations/',
      ['^annotations/', ...npm('zod', 'approx-string-match', 'diff', 'jsonc-parser', 'saxes')],
      'the domain runs anywhere: no React, TipTap, Electron, Node or DOM',
    ),
    only(
      'contract-knows-the-domain-only',
      '^src/contract/',
      ['^src/contract/', '^annotations/', ...npm('zod')],
      'both sides of every transport share it',
    ),
    never(
      'main-knows-no-page',
      { path: '^src/main/' },
      { path: ['^src/(renderer|preload)/', ...npm('react', 'react-dom', 'react-aria-components', '@tiptap')] },
      'a shell serves the page, it never runs it',
    ),
    never(
      'electron-in-its-shell-only',
      { pathNot: '^(src/main/electron|src/preload|test)/' },
      { path: electron },
      'everything else runs in the browser shell too',
    ),
    only('preload-is-narrow', '^src/preload/', ['^src/(preload|contract)/', ...electron], 'one bridge, nothing else'),
    never(
      'renderer-knows-no-process',
      { path: '^src/renderer/' },
      { path: '^src/(main|preload)/' },
      'the page reaches the desk through the contract',
    ),
    never(
      'no-node-in-the-page',
      { path: '^(src/renderer|src/contract|annotations)/' },
      { dependencyTypes: ['core'] },
      'a sandboxed page has no Node',
    ),
    never(
      'nothing-imports-tests',
      { pathNot: '^(test/|playwright\\.config\\.ts$)' },
      { path: '^test/' },
      'tests may import anything',
    ),
    never(
      'scripts-stand-alone',
      { path: '^scripts/.*\\.mjs$' },
      { path: ['^(annotations|src|test)/', '^node_modules/'], dynamic: false },
      'they run before anything is installed',
    ),
    never(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'a cycle hides that two files are one idea',
    ),
    never(
      'resolvable',
      { pathNot: '^test/bench/' },
      { couldNotResolve: true, pathNot: '^electron$' },
      'a rule cannot judge what it cannot find; electron resolves at run time alone, and the benches have packages of their own',
    ),
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
