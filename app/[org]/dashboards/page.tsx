import { redirect } from "next/navigation";

type Props = { params: Promise<{ org: string }> };

// There is one dashboard so far; a list of one would only be in the way.
export default async function DashboardsPage({ params }: Props) {
  redirect(`/${(await params).org}/dashboards/delivery`);
}
