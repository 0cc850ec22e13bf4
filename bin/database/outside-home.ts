import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import { canEnter, type ServerUser } from "./server-user.ts";

const bases = ["/var/lib/causeway", "/opt/causeway", "/var/tmp/causeway-root"];

/**
 * A directory of root's that the server's user can reach, for when Causeway itself lies in a place closed to that user (a clone in
 * root's home). Somebody else's directory of that name is not used.
 */
export async function outsideHome(user: ServerUser, name: string): Promise<string> {
  for (const base of bases) {
    try {
      mkdirSync(base, { recursive: true, mode: 0o711 });
      const found = lstatSync(base);
      if (!found.isDirectory() || found.uid !== 0) continue;
      chmodSync(base, 0o711);
      const directory = join(base, name);
      mkdirSync(directory, { recursive: true, mode: 0o711 });
      if (await canEnter(directory, user)) return directory;
    } catch {
      // Read-only or otherwise not ours; the next place may do.
    }
  }
  throw new Refusal(
    `The user that PostgreSQL runs as cannot reach this directory, nor could a place be made in ${bases.join(", ")}; move Causeway out of the closed directory, or set DATABASE_URL.`,
  );
}
