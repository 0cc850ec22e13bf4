import type { ReactNode } from "react";
import {
  Box,
  Database,
  FilePlus,
  GitBranch,
  GitPullRequest,
  Layers,
  MapIcon,
  MapPin,
  Plug,
  Rocket,
  Server,
  Siren,
  Sparkles,
  User,
  Users,
} from "#components/ui/icons.tsx";

const icons: Record<string, ReactNode> = {
  box: <Box aria-hidden />,
  plug: <Plug aria-hidden />,
  database: <Database aria-hidden />,
  layers: <Layers aria-hidden />,
  map: <MapIcon aria-hidden />,
  users: <Users aria-hidden />,
  user: <User aria-hidden />,
  "file-plus": <FilePlus aria-hidden />,
  "map-pin": <MapPin aria-hidden />,
  sparkles: <Sparkles aria-hidden />,
  server: <Server aria-hidden />,
  "git-branch": <GitBranch aria-hidden />,
  "git-pull-request": <GitPullRequest aria-hidden />,
  rocket: <Rocket aria-hidden />,
  siren: <Siren aria-hidden />,
};

/** The names of all icons that a kind can have. */
export const blueprintIcons = Object.keys(icons);

const ofBlueprint: Record<string, string> = {
  component: "box",
  api: "plug",
  resource: "database",
  system: "layers",
  domain: "map",
  group: "users",
  user: "user",
  template: "file-plus",
  location: "map-pin",
  airesource: "sparkles",
  environment: "server",
  repository: "git-branch",
  deployment: "rocket",
  incident: "siren",
  "pull-request": "git-pull-request",
};

/** The icon of a kind by the name its blueprint gives; a kind with an unknown icon is a box. */
export function BlueprintIcon({ icon }: { icon: string }) {
  return icons[icon] ?? icons["box"];
}

/** The icon of something of which only the kind's identifier is known. */
export function KindIcon({ blueprint }: { blueprint: string }) {
  return <BlueprintIcon icon={ofBlueprint[blueprint] ?? "box"} />;
}
