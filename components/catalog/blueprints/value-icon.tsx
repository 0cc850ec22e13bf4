import type { ReactNode } from "react";
import {
  Braces,
  CalendarClock,
  FileCode2,
  FileText,
  Frame,
  Hash,
  Link2,
  List,
  Mail,
  Network,
  Timer,
  ToggleLeft,
  Type,
  User,
  Users,
} from "#components/ui/icons.tsx";
import type { PropertyFormat, PropertyType } from "#lib/catalog/properties/schema.ts";

const types: Record<PropertyType, ReactNode> = {
  string: <Type aria-hidden />,
  number: <Hash aria-hidden />,
  boolean: <ToggleLeft aria-hidden />,
  object: <Braces aria-hidden />,
  array: <List aria-hidden />,
};

const formats: Record<PropertyFormat, ReactNode> = {
  url: <Link2 aria-hidden />,
  "labelled-url": <Link2 aria-hidden />,
  "embedded-url": <Frame aria-hidden />,
  email: <Mail aria-hidden />,
  user: <User aria-hidden />,
  team: <Users aria-hidden />,
  "date-time": <CalendarClock aria-hidden />,
  timer: <Timer aria-hidden />,
  yaml: <FileCode2 aria-hidden />,
  markdown: <FileText aria-hidden />,
  ipv4: <Network aria-hidden />,
  ipv6: <Network aria-hidden />,
  openapi: <FileCode2 aria-hidden />,
  asyncapi: <FileCode2 aria-hidden />,
  graphql: <FileCode2 aria-hidden />,
  grpc: <FileCode2 aria-hidden />,
};

/** The picture of what a property holds. */
export function ValueIcon({ type, format }: { type: PropertyType; format?: PropertyFormat | undefined }) {
  return (format === undefined ? undefined : formats[format]) ?? types[type] ?? types.string;
}
