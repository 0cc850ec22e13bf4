import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Providers } from "#components/shell/providers.tsx";
import { themeKey, themeScript, toThemeChoice } from "#components/shell/theme/theme-choice.ts";
import { classNames } from "#components/ui/class-names.ts";
import { readerLocale } from "#components/words/locale.ts";
import * as words from "#components/words/pages/layout.ts";
import { currentSession } from "#lib/web/session-cookie.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Causeway", template: "%s · Causeway" },
  description: words.theCatalogStandardsAndGolden,
  icons: { icon: "/favicon.svg" },
};
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** The document: fonts, theme before the first paint, and what every page needs around it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for its request: scripts carry a nonce that must never be cached.
  await connection();
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  // Whose session it is says for which region everything below is written. Without a database the page still tells so.
  await currentSession().catch(() => null);
  const theme = toThemeChoice(cookieStore.get(themeKey)?.value);
  const nonce = headerList.get("x-nonce") ?? undefined;
  return (
    <html
      lang={readerLocale()}
      suppressHydrationWarning
      className={classNames(GeistSans.variable, GeistMono.variable, theme === "dark" && "dark")}
    >
      <body>
        <script nonce={nonce} suppressHydrationWarning>
          {themeScript}
        </script>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
