/** What a value of a person or a team points at; `user:ada` and `ada` are the same. */
export function referenceOf(blueprint: "user" | "group", name: string): string {
  return name.startsWith(`${blueprint}:`) ? name : `${blueprint}:${name}`;
}
