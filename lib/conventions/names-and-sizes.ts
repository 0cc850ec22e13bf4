import { type Breach, type Convention, isCode, isTest, type ProjectFile, perFile } from "./project-file.ts";

const emptyNames = ["util", "utils", "helper", "helpers", "service", "manager", "common", "misc", "types"];
const verbs =
  /^(add|archive|answer|append|approve|authenticate|build|cancel|change|check|claim|clone|compile|create|decode|delete|describe|enqueue|ensure|evaluate|execute|explain|fetch|find|finish|format|get|grant|hash|import|install|link|list|listen|make|map|match|measure|parse|preview|push|read|record|release|remove|render|replay|resolve|retry|revoke|search|select|set-up|sign-in|start|store|stream|update|upsert|validate|write)-/;

const camel = (kebab: string) => kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function baseName(path: string): string {
  return (path.split("/").at(-1) ?? "").replace(/\.(test\.)?[a-z]+$/, "");
}

function findEmptyName({ path }: ProjectFile): Breach[] {
  return path
    .split("/")
    .map((part) => part.replace(/\..*$/, ""))
    .filter(
      (part) => emptyNames.includes(part) || emptyNames.some((name) => name !== "service" && part.endsWith(`-${name}`)),
    )
    .map((part) => ({ path, message: `“${part}” says nothing: name the file or folder after what it does or holds.` }));
}

function findOddName({ path }: ProjectFile): Breach[] {
  if (!/^(lib|db|components|bin|bench)\//.test(path) || !isCode(path)) return [];
  const odd = path.split("/").find((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|example))?(\.[a-z]+)?$/.test(part));
  return odd === undefined
    ? []
    : [{ path, message: `${odd}: names of files are lower case with hyphens, such as grant-exemption.ts.` }];
}

function findLong({ path, text }: ProjectFile): Breach[] {
  if (!/\.(ts|tsx|mjs|js|css|sql)$/.test(path)) return [];
  const lines = text.trimEnd().split("\n").length;
  const isPage = /^app\/.*\/?page\.tsx$/.test(path);
  const isRoute = /^app\/.*\/route\.ts$/.test(path);
  const limit = isRoute ? 30 : isPage ? 120 : 300;
  if (lines <= limit) return [];
  const fix = isRoute
    ? "put the work into lib/web"
    : isPage
      ? "move parts into components/<domain>"
      : "split it where it has two subjects";
  return [{ path, message: `${lines} lines, the limit is ${limit}: ${fix}.` }];
}

function findNameless({ path, text }: ProjectFile): Breach[] {
  const name = baseName(path);
  if (!/^lib\/.*\.ts$/.test(path) || isTest(path) || !verbs.test(name) || !/^export (?!type)/m.test(text)) return [];
  const exported = camel(name);
  const isExported = new RegExp(`^export (async )?(function\\*? |const )${exported}\\b`, "m").test(text);
  return isExported
    ? []
    : [{ path, message: `A file named after a verb exports exactly that: export ${exported}, or rename the file.` }];
}

/** What files are called and how long they get. */
export const namesAndSizes: Convention[] = [
  perFile("names say something", findEmptyName),
  perFile("names are written alike", findOddName),
  perFile("files stay short", findLong),
  perFile("a verb file exports its verb", findNameless),
];
