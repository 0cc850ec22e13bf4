import { cache } from "react";
import { ActionForm } from "#components/actions/action-form.tsx";
import { ActionIcon } from "#components/actions/action-icon.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import * as words from "#components/words/pages/actions/identifier.ts";
import { pagesOf } from "#lib/actions/actions/action-pages.ts";
import { getAction } from "#lib/actions/actions/get-action.ts";
import { getRun } from "#lib/actions/runs/get-run.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { startRun } from "../mutations.ts";

type Props = {
  params: Promise<{ org: string; identifier: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
};

// Once for the title and for the page.
const readAction = cache(async (org: string, identifier: string) =>
  orNotFound(getAction.call(await pageContext(org), { identifier })),
);

export async function generateMetadata({ params }: Props) {
  const { org, identifier } = await params;
  return { title: (await readAction(org, identifier)).title };
}

export default async function ActionPage({ params, searchParams }: Props) {
  const [{ org: slug, identifier }, { from }] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(slug);
  const org = ctx.org.slug;
  const number = typeof from === "string" && /^\d{1,9}$/.test(from) ? Number(from) : null;
  const [action, earlier] = await Promise.all([
    readAction(slug, identifier),
    number === null || number === 0 ? null : orNotFound(getRun.call(ctx, { number })),
  ]);
  return (
    <ActionForm
      org={org}
      action={{
        identifier: action.identifier,
        title: action.title,
        category: action.category,
        inputSchema: action.inputSchema,
        uiSchema: action.uiSchema,
      }}
      pages={pagesOf(action.inputSchema, action.uiSchema)}
      header={
        <PageHeader
          glyph={<Glyph size="xl" tone="accent" icon={<ActionIcon icon={action.icon} />} />}
          title={action.title}
          sub={earlier === null ? action.description : words.withTheAnswersOfRun(earlier.number, action.description)}
        />
      }
      initialAnswers={earlier === null || earlier.action.identifier !== action.identifier ? null : earlier.inputs}
      mayRun={ctx.can("run:start")}
      whoMay={words.yourRoleInIsMembers(ctx.org.name, ctx.role)}
      start={startRun.bind(null, org, action.identifier)}
    />
  );
}
