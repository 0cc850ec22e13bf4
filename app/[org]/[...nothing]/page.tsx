import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as words from "#components/words/pages/not-found.ts";
import { pageContext } from "#lib/web/page-context.ts";

type Props = { params: Promise<{ org: string }> };

export const metadata: Metadata = { title: words.notFound };

/** Every address of an organization that no page has: its members see so with the bar and the navigation around, all others what they always see. */
export default async function NoPage({ params }: Props) {
  await pageContext((await params).org);
  notFound();
}
