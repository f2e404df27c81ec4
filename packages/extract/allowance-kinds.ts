/** What kind of allowance or charge its printed words name: the house's own rough kinds, in the languages of the lexicon. */
import { lexicon } from "./lexicon.ts";
import type { AllowanceKind } from "./reading.ts";

const KINDS = lexicon<AllowanceKind>();
KINDS.means("freight",
  "shipping | freight | delivery | postage | carriage | shipment | handling | courier | packing | versand | versandkosten | versandpauschale | fracht | frachtkosten | porto | lieferkosten | lieferpauschale | verpackung | transport | transportkosten",
  "port | frais de port | livraison | frais de livraison | expedition | frais d expedition | transporte | portes | envio | gastos de envio | trasporto | spese di trasporto | spedizione | spese di spedizione | imballo | verzendkosten | vrachtkosten | bezorgkosten | verzending",
  "koszt dostawy | dostawa | przesylka | frakt | fraktavgift | fragt | forsendelse | rahti | toimitus | postikulut | postovne | doprava | doprava a baleni | szallitas | szallitasi koltseg | fuvar | livrare | transportul | metaforika");
KINDS.means("tip", "tip | tips | gratuity | trinkgeld | pourboire | propina | mancia | fooi | gorjeta | napiwek | dricks | drikkepenge | tips servering | juomaraha | spropitne | borravalo | bacsis");
KINDS.means("deposit", "deposit | bottle deposit | container deposit | pfand | leergut | flaschenpfand | consigne | deposito | envase | cauzione | statiegeld | kaucja | pant | pantti | zaloha na obal | betetdij | garantie sgr");
KINDS.means("discount",
  "discount | rebate | reduction | allowance | bonus | voucher | coupon | promo | promotion | skonto | rabatt | nachlass | abschlag | gutschein | preisnachlass | remise | rabais | ristourne | escompte | descuento | dto | rappel | bonificacion",
  "sconto | abbuono | korting | betalingskorting | kredietbeperking | desconto | rabat | upust | alennus | sleva | kedvezmeny | engedmeny | reducere | ekptosi | you saved | savings | loyalty | treuerabatt | mengenrabatt | avslag | fratrekk");

/** "Versandkosten" is freight, "10 % Rabatt" a discount; words of none of the kinds are "other". */
export function allowanceKindOf(reason: string): AllowanceKind {
  const hits = KINDS.find(reason.split(/\s+/).filter(Boolean), false);
  return hits[0]?.meanings[0]!.meaning ?? "other";
}
