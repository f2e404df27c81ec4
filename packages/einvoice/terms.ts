/** Names of EN 16931's business terms and groups, in plain words, for messages. From BT-1 on; a gap is a term that EN 16931-1 does not have. */
const terms = `1 invoice number|2 issue date|3 invoice type code|5 invoice currency|6 VAT accounting currency|7 VAT point date|8 VAT point date code|9 due date|10 buyer reference
11 project reference|12 contract reference|13 purchase order reference|14 sales order reference|15 receiving advice reference|16 despatch advice reference|17 tender or lot reference
18 invoiced object identifier|19 buyer accounting reference|20 payment terms|21 note's subject code|22 note|23 business process|24 specification identifier|25 preceding invoice number
26 preceding invoice's date|27 seller name|28 seller trading name|29 seller identifier|30 seller legal registration|31 seller VAT identifier|32 seller tax registration|33 seller's other legal information
34 seller electronic address|35 seller street|36 seller address line 2|37 seller city|38 seller post code|39 seller region|40 seller country|41 seller contact name|42 seller contact telephone|43 seller contact e-mail
44 buyer name|45 buyer trading name|46 buyer identifier|47 buyer legal registration|48 buyer VAT identifier|49 buyer electronic address|50 buyer street|51 buyer address line 2|52 buyer city|53 buyer post code
54 buyer region|55 buyer country|56 buyer contact name|57 buyer contact telephone|58 buyer contact e-mail|59 payee name|60 payee identifier|61 payee legal registration|62 tax representative name
63 tax representative VAT identifier|64 tax representative street|66 tax representative city|67 tax representative post code|69 tax representative country|70 deliver-to name|71 deliver-to location|72 delivery date
73 start of the invoicing period|74 end of the invoicing period|75 deliver-to street|77 deliver-to city|78 deliver-to post code|80 deliver-to country|81 payment means code|82 payment means text
83 remittance reference|84 payment account|85 payment account name|86 payment service provider|87 payment card number|88 card holder|89 mandate reference|90 bank assigned creditor identifier|91 debited account
92 allowance amount|93 allowance base amount|94 allowance percentage|95 allowance VAT category|96 allowance VAT rate|97 allowance reason|98 allowance reason code|99 charge amount|100 charge base amount
101 charge percentage|102 charge VAT category|103 charge VAT rate|104 charge reason|105 charge reason code|106 sum of line net amounts|107 sum of allowances|108 sum of charges|109 total without VAT|110 total VAT
111 total VAT in accounting currency|112 total with VAT|113 paid amount|114 rounding amount|115 amount due|116 VAT taxable amount|117 VAT amount|118 VAT category|119 VAT rate|120 VAT exemption reason
121 VAT exemption reason code|122 supporting document reference|123 supporting document description|124 external document location|125 attached document|126 line identifier|127 line note|128 line object identifier
129 invoiced quantity|130 unit of the quantity|131 line net amount|132 purchase order line reference|133 line accounting reference|134 start of the line period|135 end of the line period
136 line allowance amount|137 line allowance base amount|138 line allowance percentage|139 line allowance reason|140 line allowance reason code|141 line charge amount|142 line charge base amount
143 line charge percentage|144 line charge reason|145 line charge reason code|146 item net price|147 item price discount|148 item gross price|149 price base quantity|150 unit of the price base quantity
151 line VAT category|152 line VAT rate|153 item name|154 item description|155 seller's item identifier|156 buyer's item identifier|157 standard item identifier|158 item classification|159 country of origin
160 item attribute name|161 item attribute value|162 seller address line 3|163 buyer address line 3|164 tax representative address line 3|165 deliver-to address line 3`;
const groups = `1 invoice note|2 process control|3 preceding invoice|4 seller|5 seller postal address|6 seller contact|7 buyer|8 buyer postal address|9 buyer contact|10 payee|11 tax representative
12 tax representative address|13 delivery|14 invoicing period|15 deliver-to address|16 payment instructions|17 credit transfer|18 payment card|19 direct debit|20 document allowance|21 document charge
22 document totals|23 VAT breakdown|24 supporting document|25 invoice line|26 line period|27 line allowance|28 line charge|29 price details|30 line VAT information|31 item information|32 item attribute`;

const names = new Map([["BT", terms], ["BG", groups]].flatMap(([kind, text]) =>
  text!.split(/[|\n]/).map((entry): [string, string] => [`${kind}-${entry.slice(0, entry.indexOf(" "))}`, entry.slice(entry.indexOf(" ") + 1)])));

/** A term as messages name it: "invoice number (BT-1)". */
export const term = (id: string): string => `${names.get(id) ?? "term"} (${id})`;
