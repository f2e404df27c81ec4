import { term } from "./terms.ts";

// What national rules say, in one place for both syntaxes.

export const norwegianWords = {
  register: "A Norwegian limited company should say that it is in the register of business enterprises; state Foretaksregisteret as tax number with scheme TAX (CII: FC).",
  number: `The ${term("BT-31")} of a Norwegian seller is NO, nine digits with a right check digit, and MVA; correct it.`,
};

export const danishWords = {
  registration: `The ${term("BT-30")} is missing; a Danish seller states its CVR number.`,
  registrationScheme: `The ${term("BT-30")} of a Danish seller has scheme 0184; correct the schemeID.`,
  identifierScheme: "An identifier of a party has no scheme; between Danes each has one, so give it a schemeID.",
  negative: `The ${term("BT-115")} of a credit note between Danes must not be negative; write it without the sign.`,
  means: `The ${term("BT-81")} is not used between Danes; use 1, 10, 31, 42, 48, 49, 50, 58, 59, 93 or 97.`,
  account: "With payment means 31 or 42, account and bank registration number are needed between Danes; state both.",
  mandate: "With payment means 49, mandate and debited account are needed between Danes; state both.",
  giro: `With payment means 50, the ${term("BT-83")} begins with 01#, 04# or 15# and the giro account has seven or eight digits; correct them.`,
  giroLength: `With payment means 50 and 04# or 15#, the ${term("BT-83")} has 16 digits behind the #; correct it.`,
  fik: `With payment means 93, the ${term("BT-83")} begins with 71#, 73# or 75# and the creditor account has eight digits; correct them.`,
  fikLength: `With payment means 93 and 71# or 75#, the ${term("BT-83")} has 15 or 16 digits behind the #; correct it.`,
  unspsc: "UNSPSC codes (list TST) should name version 19.05.01 or 26.08.01 between Danes; state it in listVersionID.",
  reason: "With reason code ZZZ, the reason is a number of four digits or has a # inside between Danes; correct it.",
};

export const italianWords = {
  fiscal: `The ${term("BT-32")} of an Italian seller has 11 to 16 capital letters and digits; correct it.`,
  missing: (name: string): string => `The ${term(name)} is missing; an Italian seller states it.`,
};

export const swedishWords = {
  vatLength: `The ${term("BT-31")} of a Swedish seller has 14 characters; correct it.`,
  vatDigits: `The ${term("BT-31")} of a Swedish seller is SE and twelve digits; correct it.`,
  organisationDigits: `The ${term("BT-30")} of a Swedish seller is all digits; correct it.`,
  organisationLength: `The ${term("BT-30")} of a Swedish seller has ten digits; correct it.`,
  organisationCheck: `The ${term("BT-30")} of a Swedish seller has a wrong check digit; correct it.`,
  fTax: `The ${term("BT-32")} of a Swedish seller says “Godkänd för F-skatt”; write it so.`,
  rates: "A Swedish seller's standard rated VAT is 25, 12 or 6 percent; correct the rate.",
  plusgiro: `A Plusgiro account has two to eight digits; correct the ${term("BT-84")}.`,
  bankgiro: `A Bankgiro account has seven or eight digits; correct the ${term("BT-84")}.`,
  giroCode: "Swedish giro payments have payment means 30, with SE:PLUSGIRO or SE:BANKGIRO as bank; use it instead of 50 or 56.",
  transferCode: "Payments between Swedes have payment means 30; use it instead of 31.",
};

export const dutchWords = {
  preceding: `A Dutch credit note names the invoice it credits; state the ${term("BT-25")}.`,
  address: (name: string): string => `The ${term(name)} lacks street, city or post code; state all three.`,
  number: (name: string): string => `The ${term(name)} must be a KvK or OIN number; state it with scheme 0106 or 0190.`,
  means: `Something is to be paid to a Dutch seller, but the ${term("BG-16")} is missing; say how to pay.`,
  code: `The ${term("BT-81")} is not used between Dutch parties; use 30, 48, 49, 57, 58 or 59.`,
  order: `A line refers to an order line, but the ${term("BT-13")} is missing; state it.`,
};
