/** What the parts of a form know about the form around them. */
export type FormContext = {
  org: string;
  answers: Record<string, unknown>;
  /** The names of entities that were chosen, by their reference. */
  labels: Record<string, string>;
  /** Called when an entity was chosen. */
  remember(reference: string, label: string): void;
  /** Called when a field was left: from then on its problem is shown. */
  leave(field: string): void;
};

/** The name of the field that a part of the form library belongs to: it prefixes all with "root_". */
export function fieldOf(id: string): string {
  return id.replace(/^root_/, "");
}

/** `group:payments` in words, when its name is not known. */
export function referenceName(reference: string): string {
  return reference.slice(reference.indexOf(":") + 1);
}
