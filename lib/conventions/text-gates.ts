import { type Convention, isCode, isTest, lineAt, type ProjectFile, perFile } from "./project-file.ts";

/** A text that may stand in few places only. `where` is where it is looked for, `except` where it may be. */
type Gate = { name: string; pattern: RegExp; where: RegExp; except?: RegExp; inTests?: boolean; fix: string };

const everywhere = /^/;
const product = /^(app|components|lib|db)\/|^(proxy|instrumentation)\.ts$/;

const gates: Gate[] = [
  {
    name: "settings are read in one place",
    pattern: /\bprocess\.env\b/g,
    where: everywhere,
    except: /^lib\/kernel\/env\.ts$|^bin\/|^(instrumentation|proxy)\.ts$|^[\w.]+\.config\.(ts|js|mjs)$/,
    fix: "Use settings() of lib/kernel/env.ts; a new setting is declared there, once.",
  },
  {
    name: "the proxy knows its mode only",
    pattern: /\bprocess\.env\b(?!\.NODE_ENV\b)/g,
    where: /^proxy\.ts$/,
    fix: "The proxy only adds headers; what depends on a setting belongs into pages and operations.",
  },
  {
    name: "tenant data is never cached by the framework",
    pattern: /["']use cache\b|\bunstable_cache\b|\bcacheLife\b|export const (revalidate|dynamic = ["']force-static)/g,
    where: product,
    fix: "A cache of Next outlives the session and knows no organization. Read in the page, in one transaction.",
  },
  {
    name: "HTML is made by React",
    pattern: /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML/g,
    where: product,
    except: /^components\/shell\/theme\/theme-script\.tsx$/,
    fix: "Render elements and text; for markdown use the renderer that makes elements.",
  },
  {
    name: "dates and numbers are written in one place",
    pattern: /\.toLocale\w*\(|(?<![\w.])Intl\.\w+/g,
    where: /^(app|components)\//,
    except: /^components\/words\/(format|locale|region-names)\.ts$/,
    fix: "Use numberText, dateText and the others of components/words/format.ts: they write for the region of the reader.",
  },
  {
    name: "what people read stands in one place",
    // Biome's noJsxLiterals finds text between tags; this finds it in properties.
    pattern:
      /\s(?:title|label|description|hint|placeholder|alt|sub|note|confirmLabel|aria-label)="(?!https?:)[^"]*[A-Za-z]{2}[^"]*"|\b(?:title|label|description|hint|placeholder|header|term|confirmLabel): ["`][A-Z][a-z]/g,
    where: /^(app|components)\//,
    except: /^components\/words\/|^app\/(dev|api)\/|^app\/(global-error|layout)\.tsx$|\.example\.tsx$/,
    fix: "Give the text a name in the file of components/words that has the path of this one, and import it as words.",
  },
  {
    name: "keys are named once",
    pattern: /\.key [!=]== "[\w/?.,]"/g,
    where: /^(app|components)\//,
    fix: "Name the key in components/ui/keys.ts and compare with isKey: the help shows what stands there.",
  },
  {
    name: "no text becomes code",
    pattern: /(?<![\w.])eval\(|\bnew Function\(|\bvm\.(runIn|Script)|["']node:vm["']/g,
    where: product,
    fix: "Interpret the text: the query language for conditions, the template engine in its child process for templates.",
  },
  {
    name: "processes are started in few places",
    pattern: /["'](node:)?child_process["']/g,
    where: product,
    except: /^lib\/kernel\/child-process\/|^lib\/ingestion\/git\/|^lib\/actions\/repositories\/run-git\.ts$/,
    fix: "Use the pool of lib/kernel/child-process, or the git runner: they limit time, memory and environment.",
  },
  {
    name: "requests go out through one gate",
    pattern: /(?<![\w.])fetch\(|(?:from |\()["'](?:(?:node:)?https?|undici)["']/g,
    where: /^(lib|db)\//,
    except: /^lib\/kernel\/outbound\//,
    fix: "Use fetchOutbound of lib/kernel/outbound: it checks and pins the address and limits time and size.",
  },
  {
    name: "SQL has parameters",
    pattern: /\bsql\.raw\(|\.unsafe\(/g,
    where: product,
    except: /^db\//,
    fix: "Put values in as parameters of the template, and names as sql.identifier(name) from a fixed list.",
  },
  {
    name: "chance is safe or seeded",
    pattern: /\bMath\.random\b/g,
    where: /^(lib|db)\//,
    inTests: true,
    fix: "Use node:crypto for what nobody may guess, db/seed/random.ts for sample data, the printed seed in tests.",
  },
  {
    name: "what is left to do is an issue",
    // Assembled, so that this file does not hold the words.
    pattern: new RegExp(`\\b(${["TO", "FIX"].join("DO|")}ME|XXX|HACK)\\b`, "g"),
    where: everywhere,
    inTests: true,
    fix: "Do it, or open an issue and delete the note.",
  },
  {
    name: "checks are not switched off",
    pattern: new RegExp(
      `@ts-(ignore|expect-error|nocheck)|${"biome"}-ignore|eslint-disable|\\.(only|skip)\\(\\s*["'\`]`,
      "g",
    ),
    where: everywhere,
    inTests: true,
    fix: "Change the code until the check agrees, or change the rule for everybody.",
  },
  {
    name: "no barrels",
    pattern: /^export (\*|\{[^}]*\}) from /gm,
    where: /^(app|components|lib|db)\//,
    except: /^db\/schema\/index\.ts$/,
    fix: "Import from the file that declares it; a file that only passes on hides who needs what.",
  },
];

function findGate(gate: Gate, { path, text }: ProjectFile) {
  if (!isCode(path) || !gate.where.test(path) || gate.except?.test(path) || path.startsWith("lib/conventions"))
    return [];
  if (isTest(path) && gate.inTests !== true) return [];
  return [...text.matchAll(gate.pattern)]
    .filter((match) => !isComment(text, match.index) || gate.inTests === true)
    .map((match) => ({ path, line: lineAt(text, match.index), message: `${match[0].trim()}: ${gate.fix}` }));
}

function isComment(text: string, offset: number): boolean {
  return /^\s*(\/\/|\*|\/\*)/.test(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset));
}

/** Texts that may stand in few places only, or nowhere. */
export const textGates: Convention[] = gates.map((gate) => perFile(gate.name, (file) => findGate(gate, file)));
