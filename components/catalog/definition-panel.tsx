import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { keyboardScrolling } from "#components/ui/keyboard-scrolling.ts";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/catalog/definition-panel.tsx";
import { numberText } from "#components/words/format.ts";

const shownCharacters = 100_000;

type Props = {
  title?: string | undefined;
  definition: string;
  type: string | null;
  /** Where it is shown as a reference. */
  href?: string | undefined;
};

/** The definition of an API as it was written. */
export function DefinitionPanel({ title = words.definition, definition, type, href }: Props) {
  const isCut = definition.length > shownCharacters;
  return (
    <Panel
      title={title}
      more={
        <>
          {href === undefined ? null : (
            <Link href={href} className="text-accent-text hover:underline">
              {words.readTheReference}
            </Link>
          )}
          <span>{type ?? words.text}</span>
          <CopyButton text={definition} label={words.copyTheDefinition} />
        </>
      }
    >
      <section
        aria-label={words.textOfTheDefinition}
        {...keyboardScrolling}
        className="max-h-[480px] overflow-y-auto p-3"
      >
        <CodeBlock label={words.apiDefinition} text={definition.slice(0, shownCharacters)} />
      </section>
      {isCut ? (
        <p className="px-4 pb-3 text-12 text-text-3">
          {words.theFirstCharactersCopyingTakes(numberText(shownCharacters))}
        </p>
      ) : null}
    </Panel>
  );
}
