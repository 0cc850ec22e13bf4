export const revoke = "Revoke";
export const revokeName = (name: string) => `Revoke “${name}”?`;
export const programsThatUse =
  "Programs that use it are refused from their next request on. This cannot be undone; create a new key instead.";
export const wasRevoked = (name: string) => `“${name}” was revoked`;
