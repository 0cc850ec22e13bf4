import { NothingAtAllLater } from "#components/shell/not-found-later.tsx";
import * as words from "#components/words/pages/not-found.ts";

export const metadata = { title: words.notFound };

export default function NotFound() {
  return <NothingAtAllLater />;
}
