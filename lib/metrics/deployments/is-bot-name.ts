/** Whether an account's name says that it is a machine: one of its words is "bot". `robotics` and `about` are not. */
export function isBotName(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .includes("bot");
}
