import { addDays } from "@counterfoil/calendar";
import { useEffect, useRef } from "react";
import { api, asApiError, FailedState, Page, SkeletonLines, Content, useCompany, useFilters, useGo, useSession } from "../../web/kit.ts";
import { useState } from "react";
import type { ApiError } from "../../web/kit.ts";
import type { ProposalView } from "../contract.ts";

/** Makes an empty draft at once, so that nothing typed is ever lost, and opens its editor. */
export function NewProposalPage() {
  const company = useCompany();
  const { today } = useSession();
  const [{ customer }] = useFilters({ customer: "" });
  const go = useGo();
  const [failure, setFailure] = useState<ApiError | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    api.post("/api/proposals" as never, { body: { companyId: company.id, customerId: customer || null, title: "Untitled proposal", currency: company.currency, validUntil: addDays(today as never, 30), lines: [] } } as never)
      .then((made) => go(`/proposals/${(made as ProposalView).id}/edit`, { replace: true }))
      .catch((error: unknown) => setFailure(asApiError(error)));
  }, [company, customer, go, today]);
  return <Page title="New proposal" back="/proposals">{failure ? <FailedState what="The draft could not be made" error={failure} /> : <Content><SkeletonLines /></Content>}</Page>;
}
