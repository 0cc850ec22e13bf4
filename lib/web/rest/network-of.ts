import { BlockList, isIP } from "node:net";
import type { Network } from "#lib/identity/keys/schema.ts";

const here = new BlockList();
here.addSubnet("127.0.0.0", 8);
here.addAddress("::1", "ipv6");

const near = new BlockList();
for (const [network, bits] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
] as const)
  near.addSubnet(network, bits);
near.addSubnet("fc00::", 7, "ipv6");
near.addSubnet("fe80::", 10, "ipv6");

/** From which kind of network an address is: enough to notice a key that is used from where it should not be. Decides nothing. */
export function networkOf(address: string): Network | null {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (isIP(address) === 0) return null;
  if (here.check(address, family)) return "this machine";
  return near.check(address, family) ? "private network" : "internet";
}
