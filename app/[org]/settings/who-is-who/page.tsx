import { AliasQueue } from "#components/identity/who-is-who/alias-queue.tsx";
import { aliasFields, stateWords } from "#components/identity/who-is-who/alias-words.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { LinkTabs } from "#components/ui/tabs.tsx";
import * as words from "#components/words/pages/settings/who-is-who.ts";
import { listAliases } from "#lib/identity/aliases/list-aliases.ts";
import { aliasKinds, aliasStates } from "#lib/identity/aliases/schema.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { decideAliases } from "./mutations.ts";

export const metadata = { title: words.whoIsWho };

const perPage = 50;

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ state?: string; text?: string; page?: string; kind?: string }>;
};

export default async function WhoIsWhoPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const search = await searchParams;
  const state = aliasStates.find((known) => known === search.state) ?? "suggested";
  const text = typeof search.text === "string" ? search.text.slice(0, 200) : "";
  const kind = aliasKinds.find((known) => known === search.kind);
  const page = /^[1-9]\d{0,2}$/.test(search.page ?? "") ? Number(search.page) : 1;
  const aliases = await listAliases.call(ctx, { state, kind, text, page, limit: perPage });
  const org = ctx.org.slug;
  const base = `/${org}/settings/who-is-who`;
  const href = (parts: { state?: string; page?: number }) => {
    const query = new URLSearchParams({
      state: parts.state ?? state,
      ...(text === "" ? {} : { text }),
      ...(kind ? { kind } : {}),
    });
    if (parts.page !== undefined) query.set("page", String(parts.page));
    return `${base}?${query}`;
  };
  return (
    <Section title={words.whoIsWho}>
      <LiveRefresh topics={["alias.changed", "member.added", "member.changed", "member.removed"]} />
      <LiveRefresh topics={["catalog.imported", "entity.changed", "deployment.recorded"]} />
      <p className="mb-3 max-w-[76ch] text-text-2">{words.onePersonHasManyNames}</p>
      <LinkTabs
        label={words.namesByWhatIsKnown}
        items={aliasStates.map((known) => ({
          label: stateWords[known].label,
          count: aliases.counts[known],
          href: href({ state: known }),
          current: known === state,
        }))}
      />
      <p className="my-3 text-12 text-text-3">{stateWords[state].sentence}</p>
      <FilterBar
        className="mb-3"
        fields={aliasFields}
        label={words.findAName}
        placeholder={words.findANamePlaceholder}
        matches={{ count: aliases.total }}
      />
      {aliases.items.length === 0 ? (
        <Panel>
          <EmptyState title={text === "" && !kind ? stateWords[state].empty : words.noNameHereIsLikeThat} />
        </Panel>
      ) : (
        <AliasQueue
          key={`${state} ${page}`}
          items={aliases.items}
          org={org}
          mayDecide={ctx.can("alias:write")}
          decide={decideAliases.bind(null, org)}
        />
      )}
      {aliases.total <= perPage && page === 1 ? null : (
        <nav aria-label={words.pages} className="mt-3 flex items-center justify-end gap-2 text-12 text-text-3">
          {words.toOf((page - 1) * perPage + 1, Math.min(page * perPage, aliases.total), aliases.total)}
          {page > 1 ? (
            <Button size="sm" href={href({ page: page - 1 })}>
              {words.before}
            </Button>
          ) : null}
          {page * perPage < aliases.total ? (
            <Button size="sm" href={href({ page: page + 1 })}>
              {words.more}
            </Button>
          ) : null}
        </nav>
      )}
    </Section>
  );
}
