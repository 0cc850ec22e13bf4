import type { Core } from "../core.ts";
import { listOf, text } from "../value-type.ts";
import type { FunctionDefinition } from "./definition.ts";

const asker = (what: Extract<Core, { step: "asker" }>["what"]): Core => ({ step: "asker", what });

/** Functions about who asks: a list, a view or a widget then shows everybody what is theirs. Where nobody asks they are missing. */
export const functionsOfAsker: readonly FunctionDefinition[] = [
  {
    source: "catalog",
    name: "me.entity",
    parameters: [],
    result: text,
    build: () => ({ core: asker("entity"), type: text }),
    doc: "Who asks, as a person of the catalog such as user:ada; missing when the catalog has nobody with that e-mail address.",
    example: "owner = me.entity()",
  },
  {
    source: "catalog",
    name: "me.email",
    parameters: [],
    result: text,
    build: () => ({ core: asker("email"), type: text }),
    doc: "The e-mail address of who asks.",
    example: "properties.reviewer = me.email()",
  },
  {
    source: "catalog",
    name: "me.teams",
    parameters: [],
    result: listOf(text),
    build: () => ({ core: asker("teams"), type: listOf(text) }),
    doc: "The groups of who asks, such as group:payments; missing when nobody asks.",
    example: "owner in me.teams()",
  },
];
