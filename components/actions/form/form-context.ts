import type { RadioCardOption } from "#components/ui/radio-cards.tsx";
import type { InputSchema } from "#lib/actions/actions/schema.ts";

export type Answers = Record<string, unknown>;

/** What the parts of a form know about the form around them. */
export type FormContext = {
  org: string;
  /** The names of entities that were chosen, by their reference. */
  labels: Record<string, string>;
  /** Called when an entity was chosen. */
  remember(reference: string, label: string): void;
  /** Called when a field was left: from then on its problem is shown. */
  leave(field: string): void;
};

export type Control = "text" | "textarea" | "number" | "select" | "cards" | "checkbox" | "entity";

/** One question of a form: its field in the schema, and how it is asked. */
export type Question = {
  name: string;
  property: InputSchema;
  control: Control;
  isRequired: boolean;
  /** The question whose answer brought this one. */
  because: string | undefined;
  /** Of which kind the entity is that is asked for. */
  blueprint: string;
  /** Choices that are shown with the reason why nobody may take them. */
  refused: RadioCardOption[];
};

/** The questions that a schema asks, as the action's `uiSchema` wants them asked; where it says nothing, as their type suggests. */
export function questionsOf(schema: InputSchema, uiSchema: Record<string, unknown>): Question[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const ui = recordOf(uiSchema[name]);
    const options = recordOf(ui["ui:options"]);
    return {
      name,
      property,
      control: controlOf(property, ui["ui:widget"]),
      isRequired: schema.required?.includes(name) === true,
      because: typeof options["because"] === "string" ? options["because"] : undefined,
      blueprint: typeof options["blueprint"] === "string" ? options["blueprint"] : "component",
      refused: Array.isArray(options["refused"]) ? (options["refused"] as RadioCardOption[]) : [],
    };
  });
}

function controlOf(property: InputSchema, wanted: unknown): Control {
  if (wanted === "cards" || wanted === "entity" || wanted === "textarea") return wanted;
  if (property.oneOf !== undefined || property.enum !== undefined) return "select";
  if (property.type === "boolean") return "checkbox";
  return property.type === "integer" || property.type === "number" ? "number" : "text";
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** `group:payments` in words, when its name is not known. */
export function referenceName(reference: string): string {
  return reference.slice(reference.indexOf(":") + 1);
}
