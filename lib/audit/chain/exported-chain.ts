import type { ChainLink } from "#lib/audit/chain/check-chain.ts";

/** The first line of an exported chain; each line after it is a link. */
export type ExportedChainHead = {
  format: "causeway audit chain 1";
  org: { id: string; slug: string };
  exportedAt: string;
  /** How far the chain went when it was exported. */
  seq: number;
};

/** Reads the lines of an exported chain. @throws when the first line is not the head of one, or a line is no link */
export async function readExportedChain(
  lines: AsyncIterable<string>,
): Promise<{ head: ExportedChainHead; links: AsyncGenerator<ChainLink> }> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = parse<ExportedChainHead>(first.done === true ? "" : first.value, 1);
  if (head.format !== "causeway audit chain 1") throw new Error("The file is no chain that Causeway exported");
  async function* links() {
    for (let number = 2; ; number++) {
      const next = await iterator.next();
      if (next.done === true) return;
      if (next.value !== "") yield parse<ChainLink>(next.value, number);
    }
  }
  return { head, links: links() };
}

function parse<T>(line: string, number: number): T {
  try {
    return JSON.parse(line) as T;
  } catch {
    throw new Error(`Line ${number} of the file is not JSON; it was cut off or changed`);
  }
}
