// Who may import what. Each comment is the error message a newcomer sees, so it says why.
const lib = (name) => `^libs/${name}/`;
const specs = '[.]spec[.]ts$|[.]conformance[.]ts$';
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'no-circular',
      'A cycle means that two files are one; move what both need into a third.',
      {},
      { circular: true },
    ),
    rule(
      'domain-imports-nothing',
      'The domain is pure: data and functions. Pass what it needs in as arguments.',
      { path: lib('domain'), pathNot: specs },
      { pathNot: lib('domain') },
    ),
    rule(
      'contracts-import-nothing',
      'The contracts are what services say to each other; they take nothing but zod and a hash.',
      { path: lib('contracts'), pathNot: specs },
      { pathNot: [lib('contracts'), 'node_modules/zod', '^(node:)?crypto$'] },
    ),
    rule(
      'extraction-takes-little',
      'Reading English is pure: extraction takes types of the contracts, nothing else.',
      { path: lib('extraction'), pathNot: specs },
      { pathNot: [lib('extraction'), lib('contracts'), '^(node:)?crypto$'] },
    ),
    rule(
      'extraction-takes-types-only',
      'Extraction must start without zod: import type { … } from @app/contracts.',
      { path: lib('extraction'), pathNot: specs },
      { path: lib('contracts'), dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'libs-never-import-apps',
      'A library serves apps; it does not know them.',
      { path: '^libs/' },
      { path: '^apps/' },
    ),
    rule(
      'apps-never-import-apps',
      'Services talk over topics and HTTP, not by import.',
      { path: '^apps/([^/]+)/', pathNot: '^apps/cli/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule(
      'cli-only-through-modules',
      "The cli is a root: it may take another app's *.module.ts, nothing else of it.",
      { path: '^apps/cli/' },
      { path: '^apps/', pathNot: ['^apps/cli/', '[.]module[.]ts$'] },
    ),
    rule(
      'infrastructure-knows-no-trade',
      'The event store, messaging and platform know nothing of trade; pass what they need in.',
      { path: '^libs/(event-store|messaging|platform)/' },
      { path: '^libs/(domain|contracts|extraction)/' },
    ),
    rule(
      'kafkajs-only-in-messaging',
      'kafkajs stands behind our port, so that it can be swapped. Use @app/messaging.',
      { pathNot: [lib('messaging'), '^libs/client/', specs, '^test/', '^deploy/'] },
      { path: 'node_modules/kafkajs' },
    ),
    rule(
      'client-stands-alone',
      "The client is for other people's programs: it takes the contracts, kafkajs and zod, nothing else of ours.",
      { path: lib('client'), pathNot: specs },
      { path: '^(libs|apps|test)/', pathNot: [lib('client'), lib('contracts')] },
    ),
    rule(
      'testing-only-from-tests',
      '@app/testing is for specs; product code must not lean on it.',
      { pathNot: [specs, '^test/', lib('testing')] },
      { path: lib('testing') },
    ),
    rule(
      'libs-through-their-index',
      "A room's door is its index.ts: import from @app/<lib>.",
      { path: '^(apps|libs)/([^/]+)/' },
      { path: '^libs/[^/]+/src/.+', pathNot: ['^libs/[^/]+/src/index[.]ts$', '^$1/$2/'] },
    ),
    rule(
      'slices-do-not-know-each-other',
      'A use-case folder does not import another; shared things get a folder with a noun.',
      { path: '^apps/([^/]+)/src/([^/]+)/' },
      {
        path: '^apps/$1/src/[^/]+/',
        pathNot:
          '^apps/$1/src/($2|articles|observations|events|migrations|relation|projections|http|output|system)/',
      },
    ),
    rule(
      'no-spec-imports',
      'Nothing imports a spec; move the helper to @app/testing.',
      {},
      { path: '[.]spec[.]ts$' },
    ),
    rule(
      'no-orphans',
      'A file nobody imports is dead; delete it.',
      { orphan: true, pathNot: [specs, 'main[.]ts$', '/migrations/', '^test/', '[.]d[.]ts$'] },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
