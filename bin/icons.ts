import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as lucide from "lucide-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { root } from "./root.ts";

const listPath = join(root, "components/ui/icons.tsx");
/** Where the picture stands. */
export const iconSheetPath = join(root, "components/ui/icons.svg");

/** The picture with all icons that the list names: a symbol each, without colour and width, which come from where it is shown. */
export async function drawIcons(): Promise<string> {
  const list = await readFile(listPath, "utf8");
  const names = [...list.matchAll(/icon\("(\w+)"\)/g)].map(([, name = ""]) => name);
  const symbols = names.map((name) => `<symbol id="${name}" viewBox="0 0 24 24">${drawingOf(name)}</symbol>\n`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">\n<title>Icons</title>\n${symbols.join("")}</svg>\n`;
}

function drawingOf(name: string): string {
  const Icon = lucide.icons[name as keyof typeof lucide.icons] ?? Reflect.get(lucide, name);
  if (Icon === undefined) throw new Error(`Lucide has no icon ${name}.`);
  const [, drawing = ""] = /^<svg[^>]*>(.*)<\/svg>$/.exec(renderToStaticMarkup(createElement(Icon))) ?? [];
  return drawing;
}
