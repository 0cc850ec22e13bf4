import { resolve } from "node:path";

/** The project's own directory. The launcher makes it the working directory, so that `lib` finds it too. */
export const root = resolve(import.meta.dirname, "..");

/** A path that the person typed, which they mean from where they are. */
export function fromInvocation(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
