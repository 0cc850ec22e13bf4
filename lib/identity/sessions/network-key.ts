import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * What attempts from an address are counted under. Whoever has one IPv6 address has the 2^64 of its network, so those count as one; an
 * IPv4 address written as IPv6 counts as what it is.
 */
export function networkKey(address: string): string {
  if (isIP(address) === 0) return "unknown";
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
