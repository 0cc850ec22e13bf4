export type PictureName = { role?: "img"; "aria-label"?: string; title?: string; "aria-hidden"?: true };

/** Attributes of a picture: its accessible name, or silence when the words beside it say the same. */
export function pictureName(name: string | undefined): PictureName {
  return name === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name };
}
