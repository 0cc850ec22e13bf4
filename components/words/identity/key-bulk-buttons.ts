export const revoke = "Revoke";
export const programsThatUseThem =
  "Programs that use them are refused from their next request on. This cannot be undone; create new keys instead.";
