import { statfsSync } from "node:fs";
import { totalmem } from "node:os";
import type { Cluster } from "./cluster.ts";

/** How the server runs: sensible on a laptop, reachable from this machine only. */
export function serverSettings(cluster: Cluster, port: number): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 100,
    shared_preload_libraries: "pg_stat_statements",
    // An eighth of the memory: a large catalog's indexes then stay in it, and a laptop has the rest.
    shared_buffers: `${Math.round(Math.min(1024, Math.max(128, memoryMb() / 8)))}MB`,
    effective_cache_size: `${Math.round(Math.max(512, memoryMb() / 2))}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    random_page_cost: 1.1,
    // Portal queries are short; compiling them costs more than it gains.
    jit: "off",
    // Nobody replicates from here.
    wal_level: "minimal",
    max_wal_senders: 0,
    max_wal_size: "1GB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] ",
    dynamic_shared_memory_type: hasLittleSharedMemory() ? "mmap" : process.platform === "win32" ? "windows" : "posix",
    ...(cluster.isTemporary ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Of the machine, or of the container where that has less. */
function memoryMb(): number {
  const constrained = process.constrainedMemory();
  const bytes = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return bytes / 1_048_576;
}

/** Containers often have 64 MB of it, which parallel queries exceed. */
function hasLittleSharedMemory(): boolean {
  try {
    const { blocks, bsize } = statfsSync("/dev/shm");
    return process.platform === "linux" && blocks * bsize < 256 * 1_048_576;
  } catch {
    return process.platform === "linux";
  }
}
