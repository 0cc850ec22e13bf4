import type { ReactNode } from "react";
import sheet from "./icons.svg";

export type IconProps = {
  className?: string | undefined;
  /** Needed when no words beside it say the same. */
  label?: string | undefined;
  /** Said for the reader of the code: without a label it always is. */
  "aria-hidden"?: true | "true" | undefined;
};

/**
 * The icons, from Lucide. All of them stand in one picture that the browser fetches once and keeps; a place only names its own. So a page
 * with three hundred icons is neither drawn nor sent with three hundred drawings. A new one is a line here, then `node bin/draw-icons.ts`.
 */
function icon(name: string): (props: IconProps) => ReactNode {
  return (props) => draw(name, props);
}

function draw(name: string, { className, label }: IconProps): ReactNode {
  const classes = className === undefined ? "lucide" : `lucide ${className}`;
  const drawing = <use href={`${sheet.src}#${name}`} />;
  if (label === undefined) {
    return (
      <svg aria-hidden className={classes}>
        {drawing}
      </svg>
    );
  }
  return (
    <svg role="img" aria-label={label} className={classes}>
      {drawing}
    </svg>
  );
}

export const Archive = /* @__PURE__ */ icon("Archive");
export const ArchiveRestore = /* @__PURE__ */ icon("ArchiveRestore");
export const ArrowDown = /* @__PURE__ */ icon("ArrowDown");
export const ArrowDownRight = /* @__PURE__ */ icon("ArrowDownRight");
export const ArrowDownToLine = /* @__PURE__ */ icon("ArrowDownToLine");
export const ArrowLeft = /* @__PURE__ */ icon("ArrowLeft");
export const ArrowRight = /* @__PURE__ */ icon("ArrowRight");
export const ArrowUp = /* @__PURE__ */ icon("ArrowUp");
export const ArrowUpRight = /* @__PURE__ */ icon("ArrowUpRight");
export const BadgeCheck = /* @__PURE__ */ icon("BadgeCheck");
export const Ban = /* @__PURE__ */ icon("Ban");
export const Bell = /* @__PURE__ */ icon("Bell");
export const BookOpen = /* @__PURE__ */ icon("BookOpen");
export const Bot = /* @__PURE__ */ icon("Bot");
export const Box = /* @__PURE__ */ icon("Box");
export const Boxes = /* @__PURE__ */ icon("Boxes");
export const Braces = /* @__PURE__ */ icon("Braces");
export const Building2 = /* @__PURE__ */ icon("Building2");
export const Calendar = /* @__PURE__ */ icon("Calendar");
export const CalendarClock = /* @__PURE__ */ icon("CalendarClock");
export const CalendarDays = /* @__PURE__ */ icon("CalendarDays");
export const ChartLine = /* @__PURE__ */ icon("ChartLine");
export const Check = /* @__PURE__ */ icon("Check");
export const CheckCheck = /* @__PURE__ */ icon("CheckCheck");
export const ChevronDown = /* @__PURE__ */ icon("ChevronDown");
export const ChevronLeft = /* @__PURE__ */ icon("ChevronLeft");
export const ChevronRight = /* @__PURE__ */ icon("ChevronRight");
export const ChevronsDown = /* @__PURE__ */ icon("ChevronsDown");
export const ChevronsUp = /* @__PURE__ */ icon("ChevronsUp");
export const ChevronsUpDown = /* @__PURE__ */ icon("ChevronsUpDown");
export const Circle = /* @__PURE__ */ icon("Circle");
export const CircleCheck = /* @__PURE__ */ icon("CircleCheck");
export const CircleQuestionMark = /* @__PURE__ */ icon("CircleQuestionMark");
export const CircleSlash2 = /* @__PURE__ */ icon("CircleSlash2");
export const CircleStop = /* @__PURE__ */ icon("CircleStop");
export const CircleUser = /* @__PURE__ */ icon("CircleUser");
export const CircleX = /* @__PURE__ */ icon("CircleX");
export const Clipboard = /* @__PURE__ */ icon("Clipboard");
export const ClipboardPaste = /* @__PURE__ */ icon("ClipboardPaste");
export const Clock = /* @__PURE__ */ icon("Clock");
export const Cloud = /* @__PURE__ */ icon("Cloud");
export const Columns3 = /* @__PURE__ */ icon("Columns3");
export const Contact = /* @__PURE__ */ icon("Contact");
export const Container = /* @__PURE__ */ icon("Container");
export const Copy = /* @__PURE__ */ icon("Copy");
export const CornerDownRight = /* @__PURE__ */ icon("CornerDownRight");
export const Cpu = /* @__PURE__ */ icon("Cpu");
export const Database = /* @__PURE__ */ icon("Database");
export const Download = /* @__PURE__ */ icon("Download");
export const Ellipsis = /* @__PURE__ */ icon("Ellipsis");
export const ExternalLink = /* @__PURE__ */ icon("ExternalLink");
export const Eye = /* @__PURE__ */ icon("Eye");
export const EyeOff = /* @__PURE__ */ icon("EyeOff");
export const FileCode2 = /* @__PURE__ */ icon("FileCode2");
export const FilePlus = /* @__PURE__ */ icon("FilePlus");
export const FilePlus2 = /* @__PURE__ */ icon("FilePlus2");
export const FileSearch = /* @__PURE__ */ icon("FileSearch");
export const FileText = /* @__PURE__ */ icon("FileText");
export const FileUp = /* @__PURE__ */ icon("FileUp");
export const Flag = /* @__PURE__ */ icon("Flag");
export const FlaskConical = /* @__PURE__ */ icon("FlaskConical");
export const FolderGit2 = /* @__PURE__ */ icon("FolderGit2");
export const FolderInput = /* @__PURE__ */ icon("FolderInput");
export const FolderUp = /* @__PURE__ */ icon("FolderUp");
export const Frame = /* @__PURE__ */ icon("Frame");
export const GitBranch = /* @__PURE__ */ icon("GitBranch");
export const GitCommitHorizontal = /* @__PURE__ */ icon("GitCommitHorizontal");
export const GitCompareArrows = /* @__PURE__ */ icon("GitCompareArrows");
export const GitPullRequest = /* @__PURE__ */ icon("GitPullRequest");
export const Globe = /* @__PURE__ */ icon("Globe");
export const HardDrive = /* @__PURE__ */ icon("HardDrive");
export const Hash = /* @__PURE__ */ icon("Hash");
export const History = /* @__PURE__ */ icon("History");
export const Hourglass = /* @__PURE__ */ icon("Hourglass");
export const House = /* @__PURE__ */ icon("House");
export const Import = /* @__PURE__ */ icon("Import");
export const Inbox = /* @__PURE__ */ icon("Inbox");
export const KeyRound = /* @__PURE__ */ icon("KeyRound");
export const Keyboard = /* @__PURE__ */ icon("Keyboard");
export const Layers = /* @__PURE__ */ icon("Layers");
export const LayoutGrid = /* @__PURE__ */ icon("LayoutGrid");
export const LayoutList = /* @__PURE__ */ icon("LayoutList");
export const Library = /* @__PURE__ */ icon("Library");
export const Link2 = /* @__PURE__ */ icon("Link2");
export const List = /* @__PURE__ */ icon("List");
export const ListFilter = /* @__PURE__ */ icon("ListFilter");
export const ListPlus = /* @__PURE__ */ icon("ListPlus");
export const ListTodo = /* @__PURE__ */ icon("ListTodo");
export const ListVideo = /* @__PURE__ */ icon("ListVideo");
export const LoaderCircle = /* @__PURE__ */ icon("LoaderCircle");
export const Lock = /* @__PURE__ */ icon("Lock");
export const LogOut = /* @__PURE__ */ icon("LogOut");
export const Mail = /* @__PURE__ */ icon("Mail");
export const MailCheck = /* @__PURE__ */ icon("MailCheck");
export const MailOpen = /* @__PURE__ */ icon("MailOpen");
export const MapIcon = /* @__PURE__ */ icon("MapIcon");
export const MapPin = /* @__PURE__ */ icon("MapPin");
export const Minus = /* @__PURE__ */ icon("Minus");
export const Monitor = /* @__PURE__ */ icon("Monitor");
export const Moon = /* @__PURE__ */ icon("Moon");
export const Network = /* @__PURE__ */ icon("Network");
export const Package = /* @__PURE__ */ icon("Package");
export const PackagePlus = /* @__PURE__ */ icon("PackagePlus");
export const PanelLeft = /* @__PURE__ */ icon("PanelLeft");
export const Pencil = /* @__PURE__ */ icon("Pencil");
export const PencilLine = /* @__PURE__ */ icon("PencilLine");
export const Plug = /* @__PURE__ */ icon("Plug");
export const Plus = /* @__PURE__ */ icon("Plus");
export const Radio = /* @__PURE__ */ icon("Radio");
export const Rocket = /* @__PURE__ */ icon("Rocket");
export const RotateCcw = /* @__PURE__ */ icon("RotateCcw");
export const RotateCw = /* @__PURE__ */ icon("RotateCw");
export const Rows3 = /* @__PURE__ */ icon("Rows3");
export const Scan = /* @__PURE__ */ icon("Scan");
export const ScrollText = /* @__PURE__ */ icon("ScrollText");
export const Search = /* @__PURE__ */ icon("Search");
export const Server = /* @__PURE__ */ icon("Server");
export const Settings2 = /* @__PURE__ */ icon("Settings2");
export const ShieldAlert = /* @__PURE__ */ icon("ShieldAlert");
export const ShieldCheck = /* @__PURE__ */ icon("ShieldCheck");
export const ShieldX = /* @__PURE__ */ icon("ShieldX");
export const Sigma = /* @__PURE__ */ icon("Sigma");
export const Siren = /* @__PURE__ */ icon("Siren");
export const SkipForward = /* @__PURE__ */ icon("SkipForward");
export const Smartphone = /* @__PURE__ */ icon("Smartphone");
export const Sparkles = /* @__PURE__ */ icon("Sparkles");
export const Sprout = /* @__PURE__ */ icon("Sprout");
export const Star = /* @__PURE__ */ icon("Star");
export const SquareFunction = /* @__PURE__ */ icon("SquareFunction");
export const Sun = /* @__PURE__ */ icon("Sun");
export const Timer = /* @__PURE__ */ icon("Timer");
export const ToggleLeft = /* @__PURE__ */ icon("ToggleLeft");
export const Trash2 = /* @__PURE__ */ icon("Trash2");
export const TriangleAlert = /* @__PURE__ */ icon("TriangleAlert");
export const Type = /* @__PURE__ */ icon("Type");
export const Unplug = /* @__PURE__ */ icon("Unplug");
export const User = /* @__PURE__ */ icon("User");
export const UserCog = /* @__PURE__ */ icon("UserCog");
export const UserMinus = /* @__PURE__ */ icon("UserMinus");
export const UserPen = /* @__PURE__ */ icon("UserPen");
export const UserPlus = /* @__PURE__ */ icon("UserPlus");
export const UserRound = /* @__PURE__ */ icon("UserRound");
export const UserX = /* @__PURE__ */ icon("UserX");
export const Users = /* @__PURE__ */ icon("Users");
export const UsersRound = /* @__PURE__ */ icon("UsersRound");
export const Waypoints = /* @__PURE__ */ icon("Waypoints");
export const Webhook = /* @__PURE__ */ icon("Webhook");
export const WifiOff = /* @__PURE__ */ icon("WifiOff");
export const Workflow = /* @__PURE__ */ icon("Workflow");
export const Wrench = /* @__PURE__ */ icon("Wrench");
export const X = /* @__PURE__ */ icon("X");
export const Zap = /* @__PURE__ */ icon("Zap");
