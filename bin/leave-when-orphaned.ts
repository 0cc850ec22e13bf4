// Loaded before the programs that the supervisor runs (node --import), so that none outlives it.
import { exitWhenOrphaned } from "#lib/kernel/orphan.ts";

exitWhenOrphaned();
