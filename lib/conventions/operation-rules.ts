import { type Breach, type Convention, isTest, lineAt, type ProjectFile } from "./project-file.ts";

/** Operations that programs may not call, and why. Every other one is in the list of its domain. */
const internal: Record<string, string> = {
  "delivery.process": "called by the job of a delivery that was received",
  "delivery.refuse": "called by the job of a delivery that cannot be used",
  "invitation.accept": "called for whoever has the link, who is not a member of anything yet",
  "invitation.mail": "called by the job that sends the letter",
  "identity.link": "the account must have been proven at its provider just before",
  "org.create": "the organization must be the context's own; the setup page and the seed make that context",
  "org.restore": "nothing opens a deleted organization but the page of organizations, which makes its context",
  "password.mail": "called by the job that sends the letter",
  "password.reset": "called for whoever has the link, who is not signed in",
  "run.finish": "called by the worker with the result of a run",
  "secret.rotate-keys": "called by the operator's rotation for every organization",
  "service.register": "called by the worker as a step of a run",
};

export type DeclaredOperation = {
  path: string;
  line: number;
  exportName: string;
  kind: string;
  name: string;
  permission: string;
};

const declaration = /^export const (\w+) = (query|command)(?:<[^(]*>)?\(\{([\s\S]*?)^\s*(?:async run|run|prepare)\b/gm;

/** The operations that the files declare. */
export function declaredOperations(files: ProjectFile[]): DeclaredOperation[] {
  return files
    .filter(({ path }) => path.startsWith("lib/") && !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(declaration)].map((match) => ({
        path,
        line: lineAt(text, match.index),
        exportName: match[1] ?? "",
        kind: match[2] ?? "",
        name: /\bname: "([^"]*)"/.exec(match[3] ?? "")?.[1] ?? "",
        permission: /\bpermission: "([^"]*)"/.exec(match[3] ?? "")?.[1] ?? "",
      })),
    );
}

const singular = (word: string) =>
  word
    .replace(/ies$/, "y")
    .replace(/(ss|x|ch|sh|ias)es$/, "$1")
    .replace(/([^s])s$/, "$1");
const words = (text: string) => text.split(/[-./]/).map(singular);
const equal = (one: Set<string>, other: Set<string>) =>
  one.size === other.size && [...one].every((word) => other.has(word));

/** Whether `member.list` and `list-members.ts` are the same words. The folder or the domain may supply the noun; `-many` is a plural. */
export function namesAgree(operation: string, path: string): boolean {
  const parts = path.replace(/\.ts$/, "").split("/");
  const file = words(parts.at(-1) ?? "");
  const asked = new Set(words(operation).filter((word) => word !== "many"));
  const nouns = [[], ...parts.slice(1, -1).map(words)];
  return nouns.some((noun) => equal(asked, new Set([...file, ...noun])));
}

function perOperation(
  name: string,
  find: (operation: DeclaredOperation, files: ProjectFile[]) => string | undefined,
): Convention {
  const breaches = (files: ProjectFile[]): Breach[] =>
    declaredOperations(files).flatMap((operation) => {
      const message = find(operation, files);
      return message === undefined ? [] : [{ path: operation.path, line: operation.line, message }];
    });
  return { name, find: breaches };
}

const namesMatch = perOperation("one pair of words everywhere", ({ name, path, exportName }) => {
  const file = (path.split("/").at(-1) ?? "").replace(/\.ts$/, "");
  if (file.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) !== exportName) {
    return `An operation has a file of its own, named after it: ${exportName} does not belong into ${file}.ts.`;
  }
  if (!/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(name))
    return `“${name}” is not noun.verb in lower case with hyphens, such as exemption.grant.`;
  return namesAgree(name, path)
    ? undefined
    : `The operation “${name}” and its file ${file}.ts are different words; use the same verb and noun in both.`;
});

const commandsAreTested = perOperation("every command has a test", ({ kind, exportName }, files) => {
  if (kind !== "command") return undefined;
  const isTested = files.some(
    ({ path, text }) => path.endsWith(".test.ts") && new RegExp(`\\b${exportName}\\b`).test(text),
  );
  return isTested
    ? undefined
    : `No test names ${exportName}. Show that it works and audits, is refused without the permission, shows another organization nothing, and names a bad field.`;
});

const permissionsExist = perOperation("every permission is in the table", ({ permission }, files) => {
  const table = files.find(({ path }) => path === "lib/kernel/permissions.ts")?.text ?? "";
  return table.includes(`"${permission}"`)
    ? undefined
    : `The permission “${permission}” is not in lib/kernel/permissions.ts; add it to the lowest role that may.`;
});

const registeredOnce = perOperation("every operation is registered once", ({ name, exportName }, files) => {
  const lists = files.filter(({ path }) => /^lib\/[a-z]+\/operations\.ts$/.test(path));
  const count = lists.reduce(
    (sum, { text }) =>
      sum + [...text.replace(/^import .*$/gm, "").matchAll(new RegExp(`\\b${exportName}\\b`, "g"))].length,
    0,
  );
  if (name in internal)
    return count === 0 ? undefined : `“${name}” is internal (${internal[name]}); take it out of operations.ts.`;
  return count === 1
    ? undefined
    : `“${name}” is in ${count} lists; add ${exportName} to the operations.ts of its domain, once.`;
});

const namesAreUnique: Convention = {
  name: "names and routes are unique",
  find(files) {
    const seen = new Map<string, string>();
    return declaredOperations(files).flatMap(({ name, path, line }) => {
      const earlier = seen.get(name);
      seen.set(name, path);
      return earlier === undefined
        ? []
        : [{ path, line, message: `“${name}” is the name of ${earlier} as well; every operation has its own.` }];
    });
  },
};

const listsAreMerged: Convention = {
  name: "every domain's list is merged",
  find(files) {
    const merged = files.find(({ path }) => path === "lib/operations.ts")?.text ?? "";
    return files
      .filter(({ path }) => /^lib\/[a-z]+\/operations\.ts$/.test(path) && !merged.includes(`"#${path}"`))
      .map(({ path }) => ({
        path,
        message: "lib/operations.ts does not import this list, so no program can call these operations; add it there.",
      }));
  },
};

/** What every operation keeps to. */
export const operationRules: Convention[] = [
  namesMatch,
  commandsAreTested,
  permissionsExist,
  registeredOnce,
  namesAreUnique,
  listsAreMerged,
];
