import { safeHref } from "#components/catalog/safe-href.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { ExternalLink, Frame } from "#components/ui/icons.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/properties/embedded-page.ts";

type Props = { title: string; address: string; origins: string[] };

/** A page of another system inside ours, where the operator allowed its address; a link to it everywhere else. */
export function EmbeddedPage({ title, address, origins }: Props) {
  const href = safeHref(address);
  const origin = href === null ? null : new URL(href).origin;
  const isAllowed = origin !== null && origins.includes(origin);
  const link =
    href === null ? undefined : (
      <TextLink href={href} className="flex items-center gap-1">
        {words.open} <ExternalLink aria-hidden className="!size-3.5" />
      </TextLink>
    );
  return (
    <Panel title={title} more={link} className="overflow-hidden">
      {isAllowed ? (
        // Its own scripts run in its own origin, and it can neither leave the frame nor learn where it is shown.
        <iframe
          title={title}
          src={href ?? ""}
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups"
          referrerPolicy="no-referrer"
          loading="lazy"
          className="block h-[420px] w-full border-0 bg-panel"
        />
      ) : (
        <EmptyState icon={<Frame aria-hidden />} title={words.notShown}>
          {origin === null ? words.noAddress(address) : words.notAllowed(origin)}
        </EmptyState>
      )}
    </Panel>
  );
}
