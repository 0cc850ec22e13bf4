import { type CatalogParameters, catalogHref } from "#components/catalog/catalog-search.ts";
import { Banner } from "#components/patterns/banner.tsx";
import { TriangleAlert } from "#components/ui/icons.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/views/view-problems.ts";
import type { ViewProblem } from "#lib/catalog/views/check-view.ts";

type Props = {
  org: string;
  /** The view that is open; undefined for an address without one. */
  name: string | undefined;
  problems: ViewProblem[];
  parameters: CatalogParameters;
};

/** What of a list is no longer there, and the way to mend it. What is wrong in a query is said again at its characters. */
export function ViewProblems({ org, name, problems, parameters }: Props) {
  // A query without a name is somebody's typing: the editor says enough.
  const told = name === undefined ? problems.filter(({ part }) => part !== "query") : problems;
  if (told.length === 0) return null;
  const mends = {
    blueprint: { label: words.listEveryKind, href: catalogHref(org, parameters, { blueprint: "all" }) },
    query: null,
    group: { label: words.doNotGroup, href: catalogHref(org, parameters, { group: undefined }) },
  };
  return (
    <div className="px-6 pb-3 phone:px-4">
      <Banner tone="warn" icon={<TriangleAlert aria-hidden className="text-warn-mark" />}>
        {name === undefined ? null : <b>{words.noLongerWorks(name)}</b>}
        <ul className="grid gap-0.5">
          {told.map(({ part, message, offset }) => (
            <li key={`${part} ${offset} ${message}`}>
              {message}{" "}
              {mends[part] === null ? (
                words.marked
              ) : (
                <TextLink underline href={mends[part].href}>
                  {mends[part].label}
                </TextLink>
              )}
            </li>
          ))}
        </ul>
        {name === undefined ? null : <p className="text-text-2">{words.thenSave}</p>}
      </Banner>
    </div>
  );
}
