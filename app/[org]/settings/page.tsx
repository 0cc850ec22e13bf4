import { redirect } from "next/navigation";
import { pageContext } from "#lib/web/page-context.ts";

export default async function SettingsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  redirect(`/${ctx.org.slug}/settings/members`);
}
