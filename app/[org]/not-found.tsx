import { NothingHereLater } from "#components/shell/not-found-later.tsx";

export default function OrgNotFound() {
  return <NothingHereLater />;
}
