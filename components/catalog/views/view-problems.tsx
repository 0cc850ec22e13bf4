import { askedColumns, type CatalogParameters, catalogHref } from "#components/catalog/catalog-search.ts";
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
  const without = (values: string[], value: string | undefined) => values.filter((other) => other !== value);
  const mendOf = ({ part, value }: ViewProblem) => {
    if (part === "query") return null;
    if (part === "blueprint")
      return { label: words.listEveryKind, href: catalogHref(org, parameters, { blueprint: "all" }) };
    if (part === "group") return { label: words.doNotGroup, href: catalogHref(org, parameters, { group: undefined }) };
    if (part === "columns") {
      const columns = without(askedColumns(parameters), value).join(",");
      return {
        label: words.takeTheColumnOut,
        href: catalogHref(org, parameters, { columns: columns === "" ? undefined : columns }),
      };
    }
    const kept = without([parameters[part] ?? []].flat(), value);
    return { label: words.takeItOut, href: catalogHref(org, parameters, { [part]: kept }) };
  };
  return (
    <div className="px-6 pb-3 phone:px-4">
      <Banner tone="warn" icon={<TriangleAlert aria-hidden className="text-warn-mark" />}>
        {name === undefined ? null : <b>{words.noLongerWorks(name)}</b>}
        <ul className="grid gap-0.5">
          {told.map((problem) => {
            const mend = mendOf(problem);
            return (
              <li key={`${problem.part} ${problem.offset} ${problem.message}`}>
                {problem.message}{" "}
                {mend === null ? (
                  words.marked
                ) : (
                  <TextLink underline href={mend.href}>
                    {mend.label}
                  </TextLink>
                )}
              </li>
            );
          })}
        </ul>
        {name === undefined ? null : <p className="text-text-2">{words.thenSave}</p>}
      </Banner>
    </div>
  );
}
