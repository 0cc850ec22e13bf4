import { restGet } from "#components/patterns/rest-client.ts";
import type { ComboboxOption } from "#components/ui/combobox-options.tsx";
import type { Member } from "#lib/identity/members/schema.ts";

const offered = 30;

/** Members to choose from, for what was typed of a name or an address. The server looks: an organization may have ten thousand. */
export async function findMembers(org: string, text: string, except: string[] = []): Promise<ComboboxOption[]> {
  const { items } = await restGet<{ items: Member[] }>(org, "/members", { text, limit: offered + except.length });
  return items
    .filter(({ personId }) => !except.includes(personId))
    .slice(0, offered)
    .map(({ personId, name, email }) => ({ value: personId, label: name, description: email }));
}
