import { gzipSync } from "node:zlib";

/** The most that a page may load before it works: bytes of compressed script. */
export const firstLoadLimit = 170 * 1024;

const sizes = new Map<string, Promise<number>>();

/**
 * How much script a page loads at first: all that its document names, compressed. Browsers that know modules skip what is meant for
 * those that do not. What is fetched later, when somebody wants it, is not in it; nor is what a link to another page has fetched ahead.
 */
export async function firstLoadBytes(origin: string, document: string): Promise<number> {
  const legacy = new Set([...document.matchAll(/<script[^>]*?([\w.~-]+\.js)[^>]*noModule/gi)].map((match) => match[1]));
  const named = new Set(
    [...document.matchAll(/\/_next\/static\/chunks\/([\w.~-]+\.js)/g)].map((match) => match[1] ?? ""),
  );
  const bytes = await Promise.all(
    [...named]
      .filter((name) => !legacy.has(name))
      .map((name) => compressedSize(`${origin}/_next/static/chunks/${name}`)),
  );
  return bytes.reduce((sum, size) => sum + size, 0);
}

function compressedSize(address: string): Promise<number> {
  const known = sizes.get(address);
  if (known !== undefined) return known;
  const size = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    return gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  });
  sizes.set(address, size);
  return size;
}
