import { FileUp, FolderGit2, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { Panel } from "#components/ui/panel.tsx";

type Way = { title: string; text: string; label: string; kind: string; icon: ReactNode };

const ways: Way[] = [
  {
    title: "From git",
    text: "A repository with catalog-info.yaml files, or with one that points at others.",
    label: "Connect a repository",
    kind: "git",
    icon: <FolderGit2 aria-hidden />,
  },
  {
    title: "From files",
    text: "Descriptors from your disk, one or a folder. They are read here, nothing leaves.",
    label: "Choose files",
    kind: "files",
    icon: <FileUp aria-hidden />,
  },
  {
    title: "By hand",
    text: "Paste one descriptor with an owner, to see a score and run an action on it.",
    label: "Paste a descriptor",
    kind: "paste",
    icon: <Pencil aria-hidden />,
  },
];

/** The catalog of a new organization: three ways in, and the exact command for a terminal. */
export function CatalogEmpty({ org, origin, mayImport }: { org: string; origin: string; mayImport: boolean }) {
  const command = importCommand(origin);
  return (
    <>
      <EmptyState size="page" title="Nothing in the catalog yet">
        {mayImport
          ? "Point Causeway at what you have. Every file ends as an entity or as a line that says why not."
          : "Somebody who may import has to point Causeway at what you have; ask an admin of this organization."}
      </EmptyState>
      {mayImport ? (
        <div className="mx-auto grid w-full max-w-[780px] gap-5">
          <div className="grid grid-cols-3 gap-3 phone:grid-cols-1">
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
          <Panel className="flex items-center gap-3 bg-sunken py-2 pr-2 pl-4 phone:flex-wrap">
            <span className="flex-none text-12 text-text-3">or from a terminal</span>
            <code className="mono min-w-0 flex-1 text-12 [overflow-wrap:anywhere]">{command}</code>
            <CopyButton text={command} label="Copy the command" />
          </Panel>
          <p className="text-12 text-text-3">
            The command needs an API key with the right to import; make one under Settings, Keys.
          </p>
        </div>
      ) : null}
    </>
  );
}

function importCommand(origin: string): string {
  const body = '{"source": {"kind": "git", "url": "https://git.example.com/catalog.git"}}';
  return `curl -X POST ${origin}/api/v1/catalog/imports -H "Authorization: Bearer $CAUSEWAY_KEY" -H "Content-Type: application/json" -d '${body}'`;
}
