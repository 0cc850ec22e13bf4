import * as words from "#components/words/catalog/kind-name.ts";

const names: Record<string, string> = {
  api: "API",
  group: words.team,
  user: words.person,
  airesource: words.aiResource,
};

/** The word for what something is: the type of a component ("Service"), the kind of everything else. */
export function kindName({ blueprint, type }: { blueprint: string; type: string | null }): string {
  return blueprint === "component" && type !== null && type !== ""
    ? sentence(type)
    : (names[blueprint] ?? sentence(blueprint));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
