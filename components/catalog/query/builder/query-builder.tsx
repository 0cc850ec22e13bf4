"use client";
import { useEffect, useState } from "react";
import { type BuilderField, builderFields } from "#components/catalog/query/builder/builder-fields.ts";
import { BuilderRow, BuilderTextBlock } from "#components/catalog/query/builder/builder-row.tsx";
import {
  type BuilderGroup,
  type BuilderNode,
  emptyGroup,
  emptyRow,
  queryOf,
  textOf,
  treeOf,
  withNode,
} from "#components/catalog/query/builder/builder-tree.ts";
import { ValueOptions } from "#components/catalog/query/builder/value-options.ts";
import { restGet } from "#components/patterns/rest-client.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Plus, X } from "#components/ui/icons.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/catalog/query/builder/query-builder.ts";
import type { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import { formatQuery } from "#lib/catalog/query/text/format.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";

export type QueryBuilderProps = {
  org: string;
  blueprint: string | undefined;
  text: string;
  onTextChange: (text: string) => void;
};

/** What is drawn, and the text that it was drawn from or wrote last; `isLost` while the text cannot be read. */
type Drawn = { tree: BuilderGroup; text: string; isLost: boolean };

function drawnOf(text: string, before: Drawn | null): Drawn {
  const read = text.trim() === "" ? null : parseQuery(text);
  if (read?.ok === false) return { tree: before?.tree ?? emptyGroup(), text, isLost: true };
  const query = read?.query;
  const drawn = before === null || before.isLost ? undefined : queryOf(before.tree);
  // The same condition written otherwise leaves rows alone that are being filled in.
  const isSame = drawn !== undefined && query !== undefined && formatQuery(drawn) === formatQuery(query);
  return { tree: isSame && before !== null ? before.tree : treeOf(query), text, isLost: false };
}

/** Conditions as rows and groups, for people who do not write expressions. Always in step with the text: each follows the other. */
export function QueryBuilder({ org, blueprint, text, onTextChange }: QueryBuilderProps) {
  const [drawn, setDrawn] = useState(() => drawnOf(text, null));
  const [options] = useState(() => new ValueOptions(org, blueprint));
  const fields = useFields(org, blueprint);
  if (text !== drawn.text) setDrawn(drawnOf(text, drawn));
  const change = (tree: BuilderGroup) => {
    const written = textOf(tree);
    setDrawn({ tree, text: written, isLost: false });
    if (written !== text) onTextChange(written);
  };
  return (
    <section aria-label={words.builder} className="mt-2 grid gap-2 rounded-3 border border-line-2 bg-panel p-3">
      {drawn.isLost ? (
        <div role="status" className="flex flex-wrap items-center gap-2 text-12 text-warn-text">
          <span>{words.cannotBeRead}</span>
          <Button size="sm" onClick={() => change(drawn.tree)}>
            {words.goBack}
          </Button>
        </div>
      ) : null}
      <div inert={drawn.isLost} className={drawn.isLost ? "opacity-60" : undefined}>
        <Group group={drawn.tree} fields={fields} options={options} depth={0} onChange={change} />
      </div>
    </section>
  );
}

function useFields(org: string, blueprint: string | undefined): BuilderField[] {
  const [kind, setKind] = useState<BlueprintDetail | null>(null);
  useEffect(() => {
    if (blueprint === undefined) return;
    const gone = new AbortController();
    restGet<BlueprintDetail>(org, `/blueprints/${encodeURIComponent(blueprint)}`, {}, gone.signal).then(setKind, () => {
      // Without its properties the fields of every entity are still there.
    });
    return () => gone.abort();
  }, [org, blueprint]);
  return builderFields(kind?.definition, blueprint !== undefined);
}

type GroupProps = {
  group: BuilderGroup;
  fields: BuilderField[];
  options: ValueOptions;
  depth: number;
  onChange: (group: BuilderGroup) => void;
  onTakeOff?: (() => void) | undefined;
};

const deepest = 6;

function Group({ group, fields, options, depth, onChange, onTakeOff }: GroupProps) {
  const replace = (key: number, next: BuilderNode | null) => onChange(withNode(group, key, () => next));
  const add = (node: BuilderNode) => onChange({ ...group, of: [...group.of, node] });
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-2">
        {depth === 0 ? <span className="flex-none text-text-2">{words.entitiesWith}</span> : null}
        <div className="w-[170px]">
          <Select
            aria-label={words.join}
            value={joinOf(group)}
            items={Object.entries(words.joins).map(([value, label]) => ({ value, label }))}
            onValueChange={(next) =>
              onChange({
                ...group,
                join: next === "all" || next === "notAll" ? "all" : "any",
                isNot: next.startsWith("no"),
              })
            }
          />
        </div>
        {onTakeOff === undefined ? null : (
          <IconButton
            label={words.takeGroupOff}
            icon={<X aria-hidden />}
            size="md"
            onClick={onTakeOff}
            className="ml-auto"
          />
        )}
      </div>
      <ul className={classNames("grid gap-2", depth > 0 && "border-l-2 border-line-2 pl-3")}>
        {group.of.length === 0 ? <li className="text-12 text-text-3">{words.nothingYet}</li> : null}
        {group.of.map((node) => {
          if (node.kind === "row")
            return (
              <BuilderRow
                key={node.key}
                node={node}
                fields={fields}
                options={options}
                onChange={(next) => replace(node.key, next)}
              />
            );
          if (node.kind === "text")
            return <BuilderTextBlock key={node.key} node={node} onChange={(next) => replace(node.key, next)} />;
          return (
            <li key={node.key} className="rounded-2 bg-sunken p-2.5">
              <Group
                group={node}
                fields={fields}
                options={options}
                depth={depth + 1}
                onChange={(next) => replace(node.key, next)}
                onTakeOff={() => replace(node.key, null)}
              />
            </li>
          );
        })}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" icon={<Plus aria-hidden />} onClick={() => add(emptyRow())}>
          {words.addCondition}
        </Button>
        {depth < deepest ? (
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus aria-hidden />}
            onClick={() => add({ ...emptyGroup([emptyRow()]), join: group.join === "all" ? "any" : "all" })}
          >
            {words.addGroup}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function joinOf({ join, isNot }: BuilderGroup): keyof typeof words.joins {
  if (isNot) return join === "all" ? "notAll" : "none";
  return join;
}
