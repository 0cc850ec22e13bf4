import { restGet } from "#components/patterns/rest-client.ts";
import { numberText } from "#components/words/format.ts";

type Answer = { items: { id: string; count: number | null; isExact: boolean }[] };

/** How many entities each of these views shows, as it is written beside its name; without those that could not be counted. */
export async function countViews(org: string, ids: string[]): Promise<Map<string, string>> {
  const { items } = await restGet<Answer>(org, "/views/counts", { ids });
  return new Map(
    items.flatMap(({ id, count, isExact }) =>
      count === null ? [] : [[id, `${numberText(count)}${isExact ? "" : "+"}`]],
    ),
  );
}
