import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { ClipboardPaste, FileUp, FolderGit2 } from "#components/ui/icons.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/ingestion/ways-in.ts";

type WayIn = { kind: string; title: string; text: string; label: string; icon: ReactNode };

const ways: WayIn[] = [
  {
    kind: "git",
    title: words.fromGit,
    text: words.aRepositoryWithDescriptors,
    label: words.connectARepository,
    icon: <FolderGit2 aria-hidden />,
  },
  {
    kind: "files",
    title: words.fromYourDisk,
    text: words.filesOrAWholeFolder,
    label: words.chooseFiles,
    icon: <FileUp aria-hidden />,
  },
  {
    kind: "paste",
    title: words.asText,
    text: words.oneServiceWithAnOwner,
    label: words.pasteADescriptor,
    icon: <ClipboardPaste aria-hidden />,
  },
];

/** The three ways into an empty catalog. */
export function WaysIn({ org }: { org: string }) {
  return (
    <div className="mx-auto grid w-full max-w-[780px] grid-cols-3 gap-3 phone:grid-cols-1">
      {ways.map((way, index) => (
        <Panel key={way.kind} className="grid grid-rows-[auto_auto_1fr_auto] justify-items-start gap-1.5 p-4">
          <Glyph icon={way.icon} tone={index === 0 ? "accent" : "neutral"} />
          <h2 className="mt-1.5 text-14 font-600">{way.title}</h2>
          <p className="text-text-2">{way.text}</p>
          <Button
            href={`/${org}/sources/import?kind=${way.kind}`}
            variant={index === 0 ? "primary" : "default"}
            className="mt-2.5"
          >
            {way.label}
          </Button>
        </Panel>
      ))}
    </div>
  );
}
