import { CodeBlock } from "#components/ui/code-block.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/webhooks/raw-delivery.ts";
import type { RawDelivery as Raw } from "#lib/webhooks/endpoints/schema.ts";

const shownCharacters = 65_536;

/** A delivery as it came: headers and body, text and nothing else. */
export function RawDelivery({ delivery }: { delivery: Raw }) {
  const isCut = delivery.body.length > shownCharacters;
  return (
    <Panel title={words.deliveryMessageId(delivery.messageId)} padded>
      <div className="grid gap-4">
        {delivery.problem === null ? null : (
          <div className="text-bad-text">
            <p>{delivery.problem.message}</p>
            <ul>
              {delivery.problem.fields.map((field) => (
                <li key={`${field.path} ${field.message}`}>
                  <span className="mono">{field.path}</span>: {field.message}
                </li>
              ))}
            </ul>
          </div>
        )}
        <KeyValue items={Object.entries(delivery.headers).map(([term, value]) => ({ term, value }))} termWidth={180} />
        <CodeBlock label={words.body} text={isCut ? delivery.body.slice(0, shownCharacters) : delivery.body} />
        {isCut ? <p className="text-text-3">{words.theFirst64Kib}</p> : null}
      </div>
    </Panel>
  );
}
