import { findRunningDatabase } from "./database/open-database.ts";
import type { Installation } from "./installation.ts";
import { holderOf, takeLock } from "./lock.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { Refusal } from "./refusal.ts";
import { onStop } from "./shutdown.ts";

/**
 * The owner's address of an installation's database for a command that comes and goes: the one that a running Causeway uses, else
 * one that is started for this command and stopped after it. `isAlone`: refuse when Causeway is running. `mayBeginAnew`: as in `locateCluster`.
 */
export async function openCommandDatabase(
  installation: Installation,
  command: string,
  options: { isAlone: boolean; mayBeginAnew?: boolean },
): Promise<string> {
  const { dataDir, secret } = installation;
  const holder = holderOf(dataDir);
  if (holder !== null && holder.address !== null && !options.isAlone) {
    const running = installation.settings.DATABASE_URL ?? (await findRunningDatabase(dataDir, secret));
    if (running === null)
      throw new Refusal(`Causeway (process ${holder.pid}) is starting or stopping; try again in a moment.`);
    return running;
  }
  const { release } = takeLock(dataDir, command, null);
  onStop("the lock", async () => release());
  return prepareDatabase(installation, options);
}
