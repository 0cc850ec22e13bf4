import { Bot, Clipboard, FileUp, FolderGit2, PencilLine, Plug, Sprout, Zap } from "lucide-react";
import type { ReactNode } from "react";

const kinds: Record<string, { name: string; icon: ReactNode }> = {
  git: { name: "Git", icon: <FolderGit2 aria-hidden /> },
  files: { name: "Files", icon: <FileUp aria-hidden /> },
  paste: { name: "Pasted", icon: <Clipboard aria-hidden /> },
  api: { name: "API", icon: <Plug aria-hidden /> },
  action: { name: "Action", icon: <Zap aria-hidden /> },
  person: { name: "By hand", icon: <PencilLine aria-hidden /> },
  program: { name: "Program", icon: <Bot aria-hidden /> },
  seed: { name: "Demo data", icon: <Sprout aria-hidden /> },
};

/** How entities of a source come in, as a word. */
export function sourceKindName(kind: string): string {
  return kinds[kind]?.name ?? kind;
}

export function SourceKindIcon({ kind }: { kind: string }) {
  return kinds[kind]?.icon ?? <Plug aria-hidden />;
}
