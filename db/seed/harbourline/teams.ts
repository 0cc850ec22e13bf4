/** The company: a shop platform that grew its own payments. Four domains, twelve teams. */
export const domains = [
  {
    identifier: "money",
    title: "Money",
    description: "Everything that holds, moves or accounts for money, and everything an auditor asks about.",
    owner: "payments",
  },
  {
    identifier: "commerce",
    title: "Commerce",
    description: "What shoppers see and merchants sell: catalogue, search, cart, checkout, delivery.",
    owner: "checkout",
  },
  {
    identifier: "platform",
    title: "Platform",
    description: "The ground other teams build on: identity, data, delivery tooling, observability.",
    owner: "foundation",
  },
  {
    identifier: "reach",
    title: "Reach",
    description: "How Harbourline talks to people: messages, campaigns, the merchant portal.",
    owner: "messaging",
  },
] as const;

export type TeamName =
  | "payments"
  | "ledger"
  | "risk"
  | "checkout"
  | "catalogue"
  | "search"
  | "fulfilment"
  | "foundation"
  | "identity"
  | "data"
  | "messaging"
  | "merchants";

type Team = {
  identifier: TeamName;
  title: string;
  domain: (typeof domains)[number]["identifier"];
  description: string;
};

export const teams: Team[] = [
  {
    identifier: "payments",
    title: "Payments",
    domain: "money",
    description: "Accepts card, wallet and bank payments and gets them authorized, captured and refunded.",
  },
  {
    identifier: "ledger",
    title: "Ledger",
    domain: "money",
    description: "Double-entry books of every movement of money, settlement files and payouts to merchants.",
  },
  {
    identifier: "risk",
    title: "Risk",
    domain: "money",
    description: "Fraud decisions in the payment path, merchant checks and disputes.",
  },
  {
    identifier: "checkout",
    title: "Checkout",
    domain: "commerce",
    description: "From a full cart to a placed order, in under four screens.",
  },
  {
    identifier: "catalogue",
    title: "Catalogue",
    domain: "commerce",
    description: "Products, prices, stock and media, as merchants describe them.",
  },
  {
    identifier: "search",
    title: "Search",
    domain: "commerce",
    description: "Finding products: index, ranking, suggestions and the browse pages.",
  },
  {
    identifier: "fulfilment",
    title: "Fulfilment",
    domain: "commerce",
    description: "Gets parcels to doors: carriers, labels, tracking, returns.",
  },
  {
    identifier: "foundation",
    title: "Foundation",
    domain: "platform",
    description: "Clusters, delivery pipeline, gateways and the libraries everybody uses.",
  },
  {
    identifier: "identity",
    title: "Identity",
    domain: "platform",
    description: "Accounts, sign-in, sessions and permissions for shoppers, merchants and staff.",
  },
  {
    identifier: "data",
    title: "Data",
    domain: "platform",
    description: "Event backbone, warehouse loads and the reports the company runs on.",
  },
  {
    identifier: "messaging",
    title: "Messaging",
    domain: "reach",
    description: "Mail, push and text messages: sent once, at the right hour, with consent.",
  },
  {
    identifier: "merchants",
    title: "Merchant experience",
    domain: "reach",
    description: "The portal merchants live in, their onboarding, and their questions.",
  },
];

type System = {
  identifier: string;
  title: string;
  domain: (typeof domains)[number]["identifier"];
  owner: TeamName;
  description: string;
};

export const systems: System[] = [
  {
    identifier: "card-payments",
    title: "Card payments",
    domain: "money",
    owner: "payments",
    description: "Authorization, capture and refund of card and wallet payments. In scope of PCI DSS.",
  },
  {
    identifier: "bank-payments",
    title: "Bank payments",
    domain: "money",
    owner: "payments",
    description: "Direct debit, instant transfer and open-banking payments.",
  },
  {
    identifier: "books",
    title: "Books",
    domain: "money",
    owner: "ledger",
    description: "The ledger and what is derived from it: balances, settlement, payouts, tax.",
  },
  {
    identifier: "fraud",
    title: "Fraud and disputes",
    domain: "money",
    owner: "risk",
    description: "Decides in 80 ms whether a payment may go ahead, and handles what comes back later.",
  },
  {
    identifier: "buying",
    title: "Buying",
    domain: "commerce",
    owner: "checkout",
    description: "Cart, checkout and orders.",
  },
  {
    identifier: "products",
    title: "Products",
    domain: "commerce",
    owner: "catalogue",
    description: "Product data from import to shelf.",
  },
  {
    identifier: "discovery",
    title: "Discovery",
    domain: "commerce",
    owner: "search",
    description: "Search, suggestions and recommendations.",
  },
  {
    identifier: "delivery",
    title: "Delivery",
    domain: "commerce",
    owner: "fulfilment",
    description: "Parcels from warehouse to door, and back again.",
  },
  {
    identifier: "runway",
    title: "Runway",
    domain: "platform",
    owner: "foundation",
    description: "The delivery platform: build, deploy, route, observe.",
  },
  {
    identifier: "accounts",
    title: "Accounts",
    domain: "platform",
    owner: "identity",
    description: "Who somebody is and what they may do.",
  },
  {
    identifier: "streams",
    title: "Streams and warehouse",
    domain: "platform",
    owner: "data",
    description: "Events in motion and at rest.",
  },
  {
    identifier: "messages",
    title: "Messages",
    domain: "reach",
    owner: "messaging",
    description: "Everything that leaves Harbourline as mail, push or text.",
  },
  {
    identifier: "merchant-portal",
    title: "Merchant portal",
    domain: "reach",
    owner: "merchants",
    description: "Where 38,000 merchants run their shops.",
  },
];
