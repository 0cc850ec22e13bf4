import { writeFile } from "node:fs/promises";
import { drawIcons, iconSheetPath } from "./icons.ts";

// Draws the one picture with all icons that components/ui/icons.tsx names.
await writeFile(iconSheetPath, await drawIcons());
