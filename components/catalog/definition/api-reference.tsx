import { SchemaLines } from "#components/catalog/definition/schema-lines.tsx";
import { Markdown } from "#components/patterns/markdown.tsx";
import { Section } from "#components/patterns/section.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import type { Tone } from "#components/ui/tone.ts";
import * as words from "#components/words/catalog/definition/api-reference.ts";
import { numberText } from "#components/words/format.ts";
import type { ApiOperation, ApiReference as Reference, SchemaView } from "#lib/catalog/definitions/schema.ts";

const tones: Record<string, Tone> = {
  GET: "note",
  query: "note",
  POST: "ok",
  mutation: "ok",
  PUT: "warn",
  PATCH: "warn",
  DELETE: "bad",
  receive: "ok",
  send: "note",
  publish: "ok",
  subscribe: "note",
};

/** What an API offers, made from its definition: everything folded, so that the whole can be seen and searched. It needs no script. */
export function ApiReference({ reference }: { reference: Reference }) {
  const { form, formVersion, title, version, description, servers, groups, types, left } = reference;
  const count = groups.reduce((sum, group) => sum + group.operations.length, left.operations);
  const about = [
    `${form} ${formVersion}`.trim(),
    version === "" ? "" : words.versionOf(version),
    words.counted(count, words.operationNoun),
  ];
  return (
    <div className="grid max-w-[1080px] gap-6">
      <header className="grid gap-2">
        {title === "" ? null : <h2 className="text-16 font-600 [overflow-wrap:anywhere]">{title}</h2>}
        <p className="text-12 text-text-3">{about.filter(Boolean).join(" · ")}</p>
        {description === "" ? null : (
          <Markdown text={description} className="max-w-[720px] text-text-2 [overflow-wrap:anywhere]" />
        )}
        {servers.length === 0 ? null : (
          <ul aria-label={words.servers} className="grid gap-1 text-12">
            {servers.map((server) => (
              <li key={`${server.url} ${server.description}`} className="flex flex-wrap gap-x-3">
                <code className="mono [overflow-wrap:anywhere]">{server.url}</code>
                <span className="text-text-3">{server.description}</span>
              </li>
            ))}
          </ul>
        )}
      </header>
      {groups.map((group) => (
        <Section key={group.name} title={group.name} count={numberText(group.operations.length)}>
          {group.description === "" ? null : <p className="pb-2 text-12 text-text-2">{group.description}</p>}
          <Panel>
            {group.operations.map((operation) => (
              <Operation key={operation.id} operation={operation} />
            ))}
          </Panel>
        </Section>
      ))}
      {left.operations > 0 ? <Left text={words.moreStandBelow(left.operations, words.operationNoun)} /> : null}
      {types.length === 0 ? null : (
        <Section title={words.types} count={numberText(types.length + left.types)}>
          <Panel>
            {types.map((type) => (
              <Type key={type.label} type={type} />
            ))}
          </Panel>
        </Section>
      )}
      {left.types > 0 ? <Left text={words.moreStandBelow(left.types, words.typeNoun)} /> : null}
    </div>
  );
}

const rowClass = "group/fold border-b border-line last:border-b-0";
const headClass =
  "flex min-h-10 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 -outline-offset-2 hover:bg-hover phone:min-h-11";

function Operation({ operation }: { operation: ApiOperation }) {
  const { verb, name, title, description, isDeprecated, inputs, outputs } = operation;
  return (
    <details className={rowClass}>
      <summary className={headClass}>
        <Pill mono tone={tones[verb] ?? "neutral"} className="min-w-[62px] justify-center">
          {verb}
        </Pill>
        <code className={classNames("mono text-12 font-500 [overflow-wrap:anywhere]", isDeprecated && "line-through")}>
          {name}
        </code>
        {isDeprecated ? <Pill tone="warn">{words.deprecated}</Pill> : null}
        <span className="cut min-w-0 flex-1 text-12 text-text-3 phone:basis-full">{title}</span>
      </summary>
      <div className="grid gap-4 px-4 pt-1 pb-4">
        {description === "" ? null : (
          <Markdown text={description} className="max-w-[720px] text-text-2 [overflow-wrap:anywhere]" />
        )}
        <Views title={words.itTakes} views={inputs} />
        <Views title={words.itAnswers} views={outputs} />
      </div>
    </details>
  );
}

function Views({ title, views }: { title: string; views: SchemaView[] }) {
  if (views.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-12 font-550 text-text-2">{title}</h3>
      {views.map((view) => (
        <SchemaLines key={`${view.label} ${view.type}`} view={view} />
      ))}
    </section>
  );
}

function Type({ type }: { type: SchemaView }) {
  return (
    <details className={rowClass}>
      <summary className={headClass}>
        <code className="mono text-12 font-500 [overflow-wrap:anywhere]">{type.label}</code>
        <span className="cut min-w-0 flex-1 text-12 text-text-3">{type.description || type.type}</span>
      </summary>
      <div className="px-4 pb-4">
        <SchemaLines view={type} />
      </div>
    </details>
  );
}

function Left({ text }: { text: string }) {
  return <p className="text-12 text-text-3">{text}</p>;
}
