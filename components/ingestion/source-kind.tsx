import type { ReactNode } from "react";
import { Bot, Clipboard, FileUp, FolderGit2, PencilLine, Plug, Sprout, Zap } from "#components/ui/icons.tsx";
import * as words from "#components/words/ingestion/source-kind.ts";

const kinds: Record<string, { name: string; icon: ReactNode }> = {
  git: { name: words.git, icon: <FolderGit2 aria-hidden /> },
  files: { name: words.files, icon: <FileUp aria-hidden /> },
  paste: { name: words.pasted, icon: <Clipboard aria-hidden /> },
  api: { name: "API", icon: <Plug aria-hidden /> },
  action: { name: words.action, icon: <Zap aria-hidden /> },
  person: { name: words.byHand, icon: <PencilLine aria-hidden /> },
  program: { name: words.program, icon: <Bot aria-hidden /> },
  seed: { name: words.demoData, icon: <Sprout aria-hidden /> },
};

/** How entities of a source come in, as a word. */
export function sourceKindName(kind: string): string {
  return kinds[kind]?.name ?? kind;
}

export function SourceKindIcon({ kind }: { kind: string }) {
  return kinds[kind]?.icon ?? <Plug aria-hidden />;
}
