/**
 * The walls between the parts of Causeway (`lib/README.md` draws them). Imports go right, `app → components → lib → db`, and down the
 * floors of `lib`. Every comment says how to put it right. `lib/walls.test.ts` plants a break of every rule and sees it found.
 */
const islands = "ingestion|scorecards|actions|metrics|docs|notifications|audit|webhooks";
const doors = "web|worker|mcp|compat";
const tests = String.raw`\.test\.tsx?$|/fixtures/|(^|/)(testing|testing-setup|(expression-)?arbitraries)\.ts$|^(e2e|bench|lib/conventions|db/structure)/`;

/** Files of lib that run in a browser as well: zod schemas and pure functions. Their own imports are held to this list too. */
const isomorphic = [
  String.raw`^lib/.+/(schema|policy|query-schema)\.ts$`,
  String.raw`^lib/kernel/(permissions|errors)\.ts$`,
  String.raw`^lib/catalog/relations/relation-(names|details)\.ts$`,
  // The query language without its compiler and interpreter: reading, checking, writing and translating, and deciding plain conditions.
  String.raw`^lib/catalog/query/(?!compiler/|interpreter/|entity-facts|pattern/(match|spelling)|arbitraries|expression-arb)[a-z0-9/-]+\.ts$`,
  String.raw`^lib/catalog/entities/lists/(fold|entity)-filter\.ts$`,
  String.raw`^lib/scorecards/scorecards/query-text\.ts$`,
  String.raw`^lib/actions/actions/(answers-fulfil|asked-fields|check-input|page-schema)\.ts$`,
  String.raw`^lib/metrics/(delivery/(definitions|calendar|interval|percentile)|services/(service-ref|moment))\.ts$`,
].join("|");

export default {
  forbidden: [
    {
      name: "no-unresolvable",
      severity: "error",
      comment:
        "This import leads nowhere. Write it as #lib/…, #db/… or #components/… with the file's extension, or add the package.",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment:
        "Two files need each other. Move what both need into a third file below them, or pass it as a parameter.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Nothing imports this file and it imports nothing. Delete it, or use it.",
      from: {
        orphan: true,
        path: "^(components|lib|db)/",
        pathNot: [tests, String.raw`\.d\.ts$`, "^lib/actions/templates/.*/skeleton/"],
      },
      to: {},
    },
    {
      name: "no-development-packages",
      severity: "error",
      comment:
        "What runs in production imports a package that is installed for development only. Move it to `dependencies`, or do without.",
      from: { path: "^(app|components|lib|db)/|^(proxy|instrumentation)\\.ts$", pathNot: tests },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-unlisted-packages",
      severity: "error",
      comment: "The package is used but not in package.json, so another version of it may come any day. Add it there.",
      from: { pathNot: "^e2e/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-tests-in-production",
      severity: "error",
      comment: "Product code imports what exists for tests. Move the shared part into a file of its own.",
      from: { path: "^(app|components|lib|db|bin)/", pathNot: tests },
      to: { path: tests },
    },

    {
      name: "icons-are-one-picture",
      severity: "error",
      comment:
        "A page names its icons and does not draw them. Add the icon to components/ui/icons.tsx, then run node bin/draw-icons.ts.",
      from: { pathNot: "^bin/icons" },
      to: { path: "node_modules/lucide-react" },
    },

    // app → components → lib → db
    {
      name: "nothing-imports-app",
      severity: "error",
      comment: "app composes; nobody builds on it. Move what you need into components or lib, or take it as a prop.",
      from: { pathNot: "^app/" },
      to: { path: "^app/" },
    },
    {
      name: "app-calls-operations",
      severity: "error",
      comment:
        "Pages and routes hold no rules and no SQL. Call an operation of lib inside readTransaction (or mutate).",
      from: { path: "^app/" },
      to: { path: String.raw`^db/|^node_modules/(drizzle-orm|postgres|pg)/`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "lib-imports-no-components",
      severity: "error",
      comment: "lib says what the product can do, not how it looks. Return data, and let a component show it.",
      from: { path: "^(lib|db|bin)/" },
      to: { path: "^components/" },
    },
    {
      name: "components-take-data",
      severity: "error",
      comment:
        "Components may run in a browser. From lib they import types, zod schemas and the pure files listed in .dependency-cruiser.mjs; data and mutations come as props from the page.",
      from: { path: "^components/", pathNot: tests },
      to: { path: "^lib/", pathNot: isomorphic, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-know-no-database",
      severity: "error",
      comment:
        "A component gets its data as props or from /api/v1 through components/patterns/rest-client.ts; types of rows come from the operation's output schema in lib.",
      from: { path: "^components/" },
      to: { path: "^db/" },
    },
    {
      name: "components-run-in-browsers",
      severity: "error",
      comment: "Components may run in a browser, where this server package does not. Do this part in an operation.",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: String.raw`^node_modules/(drizzle-orm|postgres|pg|pino|graphile-worker|@orpc/server|@node-rs/argon2|yaml)/`,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "components-know-no-node",
      severity: "error",
      comment: "Components may run in a browser, which has none of Node's modules. Do this part in an operation.",
      from: { path: "^components/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "isomorphic-stays-isomorphic",
      severity: "error",
      comment:
        "Components import this file, so it may import only zod, the schema validator and other such files. Move the server's part into a file beside it, or import its type only.",
      from: { path: isomorphic },
      to: { pathNot: [isomorphic, "^node_modules/(zod|@cfworker/json-schema)/"], dependencyTypesNot: ["type-only"] },
    },
    {
      // Three kinds of files in db act for the product as a caller would, and so may import operations: db/seed makes the sample data
      // through operations, db/testing*.ts makes organizations for tests the same way, and the tests beside db. db/migrate.ts writes the
      // queue's messages to the one log, which is in the kernel as well.
      name: "db-imports-kernel-only",
      severity: "error",
      comment:
        "db is what the product remembers; of lib it knows settings, log, traces and the project's directory only. Move the rule into lib.",
      from: { path: "^db/", pathNot: [tests, "^db/seed/"] },
      to: {
        path: "^lib/",
        pathNot: String.raw`^lib/kernel/(env|log|project-root|jobs/queue-logger|telemetry/traces)\.ts$`,
      },
    },
    {
      name: "schema-is-plain",
      severity: "error",
      comment:
        "Table definitions import drizzle-orm, db/columns.ts and each other, nothing else, so that migrations and tools can load them alone.",
      from: { path: "^db/schema/" },
      to: {
        pathNot: String.raw`^db/(schema/|columns\.ts$)|^node_modules/drizzle-orm/`,
        dependencyTypesNot: ["type-only"],
      },
    },

    // The floors of lib
    {
      name: "lib-knows-no-framework",
      severity: "error",
      comment:
        "Worker, tests and bench run lib without Next and React. Only lib/web, the door, may import them; take what you need as a parameter.",
      from: { path: "^(lib|db)/", pathNot: "^lib/web/" },
      to: { path: String.raw`^node_modules/(@types/)?(next|react|react-dom|server-only)/` },
    },
    {
      name: "kernel-is-the-ground",
      severity: "error",
      comment:
        "The kernel (floor 1) imports no other floor. Hand the thing in from above, as lib/subscriptions.ts is handed to it at start.",
      from: { path: "^lib/kernel/", pathNot: tests },
      to: { path: "^lib/", pathNot: "^lib/kernel/" },
    },
    {
      name: "identity-stands-on-kernel",
      severity: "error",
      comment:
        "identity (floor 2) imports the kernel only. Emit an event and subscribe to it higher up (lib/subscriptions.ts).",
      from: { path: "^lib/identity/", pathNot: tests },
      to: { path: "^lib/", pathNot: "^lib/(kernel|identity)/" },
    },
    {
      name: "secrets-stand-on-kernel",
      severity: "error",
      comment: "secrets (floor 2) import the kernel only; whoever uses a value asks for it from above.",
      from: { path: "^lib/secrets/", pathNot: tests },
      to: { path: "^lib/", pathNot: "^lib/(kernel|secrets)/" },
    },
    {
      name: "catalog-stands-on-identity",
      severity: "error",
      comment:
        "catalog (floor 3) imports identity and kernel only. Emit an event and subscribe to it higher up (lib/subscriptions.ts).",
      from: { path: "^lib/catalog/", pathNot: tests },
      to: { path: "^lib/", pathNot: "^lib/(kernel|identity|catalog)/" },
    },
    {
      name: "islands-stay-apart",
      severity: "error",
      comment:
        "The domains of floor 4 never import each other. Compose them on a page, or let one emit an event that the other subscribes to (lib/subscriptions.ts).",
      from: { path: `^lib/(${islands})/` },
      to: { path: `^lib/(${islands})/`, pathNot: "^lib/$1/" },
    },
    {
      name: "islands-know-no-doors",
      severity: "error",
      comment:
        "Doors and the lists of the top floor import the domains, not the other way. Move what you need down a floor.",
      from: { path: `^lib/(${islands})/`, pathNot: tests },
      to: { path: `^lib/(${doors})/|^lib/[^/]+\\.ts$` },
    },
    {
      name: "doors-stay-apart",
      severity: "error",
      comment: "Web, worker and other doors run without each other. Move what both need into the kernel.",
      from: { path: `^lib/(${doors})/`, pathNot: tests },
      to: { path: `^lib/(${doors})/`, pathNot: "^lib/$1/" },
    },
    {
      name: "top-lists-only-list",
      severity: "error",
      comment:
        "lib/operations.ts and lib/subscriptions.ts collect what the domains offer; a door imports them, they import no door.",
      from: { path: String.raw`^lib/[^/]+\.ts$`, pathNot: tests },
      to: { path: `^lib/(${doors})/` },
    },
    {
      // The worker is a door too, but the queue that it works off is its own. Two files of lib/web deal with the connection itself:
      // whether the database answers, and LISTEN for the live stream.
      name: "doors-write-no-sql",
      severity: "error",
      comment:
        "A door finds out who asks and calls operations. Put the statement into a file of the domain that it is about.",
      from: {
        path: "^lib/(web|mcp|compat)/",
        pathNot: [tests, String.raw`^lib/web/(check-readiness|live/listen-events)\.ts$`],
      },
      to: {
        path: String.raw`^db/(client|transactions|schema)|^node_modules/(drizzle-orm|postgres|pg)/`,
        dependencyTypesNot: ["type-only"],
      },
    },

    // Programs
    {
      name: "launcher-needs-nothing",
      severity: "error",
      comment:
        "This part of bin runs before anything is installed, on whatever Node is there: plain .mjs, Node's own modules, no packages.",
      from: { path: String.raw`^bin/(causeway\.mjs|steps\.mjs|launcher/)` },
      to: { path: String.raw`^node_modules/|\.tsx?$` },
    },
    {
      name: "bin-starts-programs",
      severity: "error",
      comment:
        "bin starts processes and prepares the database. Of lib it imports the kernel, the making of sign-in links and the checking of audit chains; anything else belongs to the process that it starts.",
      from: { path: "^bin/", pathNot: tests },
      to: { path: "^lib/", pathNot: "^lib/(kernel|identity/sessions|audit/(chain|anchors))/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: String.raw`^lib/actions/templates/.*/skeleton/|^\.next/|^\.causeway/` },
    // TypeScript 7 has no interface for programs; swc reads types and `import type` as well.
    parser: "swc",
    tsPreCompilationDeps: true,
    moduleSystems: ["es6", "cjs"],
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
      mainFields: ["module", "main", "types"],
    },
  },
};
