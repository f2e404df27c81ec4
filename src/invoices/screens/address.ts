type Address = { addressLine1: string | null; addressLine2: string | null; postalCode: string | null; city: string | null; region: string | null; country: string | null };

/** A postal address as lines, in the order in which they are printed; the country only where it is meant. */
export function addressLines(of: Address, locale: string, withCountry: boolean): string[] {
  const country = withCountry && of.country ? new Intl.DisplayNames([locale, "en"], { type: "region", fallback: "code" }).of(of.country) : null;
  return [of.addressLine1, of.addressLine2, [of.postalCode, of.city].filter(Boolean).join(" "), of.region, country].filter((line): line is string => Boolean(line));
}
