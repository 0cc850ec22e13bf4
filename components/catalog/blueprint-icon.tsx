import type { ReactNode } from "react";
import {
  BookOpen,
  Bot,
  Box,
  Building2,
  Cloud,
  Container,
  Cpu,
  Database,
  FilePlus,
  Flag,
  FlaskConical,
  GitBranch,
  GitPullRequest,
  Globe,
  HardDrive,
  KeyRound,
  Layers,
  Library,
  Lock,
  MapIcon,
  MapPin,
  Package,
  Plug,
  Radio,
  Rocket,
  Server,
  ShieldCheck,
  Siren,
  Smartphone,
  Sparkles,
  User,
  Users,
  Webhook,
  Workflow,
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
  cloud: <Cloud aria-hidden />,
  globe: <Globe aria-hidden />,
  container: <Container aria-hidden />,
  cpu: <Cpu aria-hidden />,
  "hard-drive": <HardDrive aria-hidden />,
  package: <Package aria-hidden />,
  library: <Library aria-hidden />,
  workflow: <Workflow aria-hidden />,
  radio: <Radio aria-hidden />,
  webhook: <Webhook aria-hidden />,
  bot: <Bot aria-hidden />,
  smartphone: <Smartphone aria-hidden />,
  "key-round": <KeyRound aria-hidden />,
  lock: <Lock aria-hidden />,
  "shield-check": <ShieldCheck aria-hidden />,
  flag: <Flag aria-hidden />,
  "flask-conical": <FlaskConical aria-hidden />,
  "book-open": <BookOpen aria-hidden />,
  building: <Building2 aria-hidden />,
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
