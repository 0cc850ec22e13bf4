import { answerInWords } from "#components/actions/answer-in-words.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/actions/runs/run-inputs.ts";
import { askedFields } from "#lib/actions/actions/asked-fields.ts";
import type { InputSchema } from "#lib/actions/actions/schema.ts";
import type { Run } from "#lib/actions/runs/schema.ts";

/** What a run was started with, in the words of the form. */
export function RunInputs({ run, inputSchema }: { run: Run; inputSchema: InputSchema | null }) {
  const properties = inputSchema === null ? {} : askedFields(inputSchema, run.inputs).properties;
  // In the order of the form; answers that it no longer asks for come last.
  const names = [...new Set([...Object.keys(properties), ...Object.keys(run.inputs)])];
  const items = names
    .filter((name) => run.inputs[name] !== undefined)
    .map((name) => ({
      term: properties[name]?.title ?? name,
      value: answerInWords(properties[name], run.inputs[name]),
    }));
  return (
    <Panel title={words.inputs} more={words.itemsAnswers(items.length)} padded>
      <KeyValue items={items} />
    </Panel>
  );
}
