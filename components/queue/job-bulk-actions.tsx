"use client";

import { BulkAction, SelectMatching } from "#components/patterns/data-table/bulk-action.tsx";
import { restGet } from "#components/patterns/rest-client.ts";
import { RotateCw, Trash2 } from "#components/ui/icons.tsx";
import * as words from "#components/words/queue/job-bulk-actions.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Filter = { state?: string | undefined; job?: string | undefined; text?: string | undefined };
type Props = {
  org: string;
  filter: Filter;
  matching: number;
  retry: (id: string) => Promise<MutationResult>;
  discard: (id: string) => Promise<MutationResult>;
};
type Page = { items: { id: string; job: string }[]; nextCursor: string | null };

/** What can be done with many jobs at once. One that runs or waits its turn is refused, and says so. */
export function JobBulkActions({ org, filter, matching, retry, discard }: Props) {
  const find = async () => {
    const found: { id: string; name: string }[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Page = await restGet(org, "/jobs", { ...filter, limit: 1000, cursor: cursor ?? undefined });
      found.push(...page.items.map(({ id, job }) => ({ id, name: `${job} ${id}` })));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found;
  };
  return (
    <>
      <SelectMatching total={matching} find={find} />
      <BulkAction label={words.runAgain} icon={<RotateCw aria-hidden />} run={retry} />
      <BulkAction
        label={words.discard}
        icon={<Trash2 aria-hidden />}
        run={discard}
        confirm={{
          noun: ["job", "jobs"],
          description: words.whatTheyWouldHaveDone,
        }}
      />
    </>
  );
}
