/** A file of the project, as the conventions look at it. `path` is relative to the root, with forward slashes. */
export type ProjectFile = { path: string; text: string };

/** A convention that is not kept. `message` says what to do. */
export type Breach = { path: string; line?: number | undefined; message: string };

/** One convention, as a pure function of the project's files: a break can be planted as a text. */
export type Convention = { name: string; find(files: ProjectFile[]): Breach[] };

/** A convention that looks at one file at a time. */
export function perFile(name: string, find: (file: ProjectFile) => Breach[]): Convention {
  return { name, find: (files) => files.flatMap(find) };
}

/** The line of a place in a text, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

export const isTest = (path: string) =>
  /\.test\.tsx?$|\/fixtures\/|(^|\/)testing(-setup)?\.ts$|(^|\/)arbitraries\.ts$|^(e2e|bench|lib\/conventions|db\/structure)\//.test(
    path,
  );

export const isCode = (path: string) =>
  /\.(ts|tsx|mts|mjs|js)$/.test(path) && !path.endsWith(".d.ts") && !path.endsWith(".d.mts");
