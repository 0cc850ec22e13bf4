/** The entity that an address names, or null: what cannot be read names nothing. */
export function readEntityKey(path: {
  blueprint: string;
  identifier: string[];
}): { blueprint: string; identifier: string } | null {
  try {
    const key = {
      blueprint: decodeURIComponent(path.blueprint),
      identifier: path.identifier.map(decodeURIComponent).join("/"),
    };
    return key.identifier.length <= 200 && key.blueprint.length <= 63 && !key.identifier.includes("\0") ? key : null;
  } catch {
    // A stray percent sign is no address of anything.
    return null;
  }
}
