import { Button } from "#components/ui/button.tsx";
import { Import } from "#components/ui/icons.tsx";
import * as words from "#components/words/ingestion/import-button.ts";

/** Leads to an import; who may not sees who may. */
export function ImportButton({ href, mayImport }: { href: string; mayImport: boolean }) {
  if (mayImport)
    return (
      <Button variant="primary" icon={<Import aria-hidden />} href={href} aria-keyshortcuts="c">
        {words.importLabel}
      </Button>
    );
  return (
    <>
      <span id="who-may-import" className="phone:!h-auto text-12 text-text-3">
        {words.membersAndAdminsMayImport}
      </span>
      <Button icon={<Import aria-hidden />} disabled aria-describedby="who-may-import">
        {words.importLabel}
      </Button>
    </>
  );
}
