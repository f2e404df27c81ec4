/** Stories told in Arabic, Hebrew and Greek: names, places and goods in the language's own letters, everything else as it was. */
import type { Story } from "./story.ts";

type Script = { names: string[]; streets: string[]; places: string[]; goods: string[]; details: string[]; units: string[] };

const scripts: Record<string, Script> = {
  ar: {
    names: ["شركة واحة الزيتون للتجارة ذ.م.م", "مؤسسة الفنار للمقاولات", "شركة نسيم الوادي ش.م.م", "مطبعة قوس قزح ذ.م.م", "شركة المنارة البيضاء للنقل ذ.م.م"],
    streets: ["شارع النخيل 14", "شارع المرجان 7", "طريق البساتين 120", "شارع السنديان 33"], places: ["وادي الزيتون 12345", "قصر النهر 31952", "تل الياسمين 21577"],
    goods: ["طباعة كتيبات", "صيانة شهرية", "كرسي مكتبي", "مصباح سقف", "استشارات فنية", "نقل وتسليم", "ورق طباعة A4", "طلاء أبيض 10 لتر", "خزانة ملفات (خشب)"], details: ["بضمان سنتين", "بحسب عرضنا"], units: ["قطعة", "ساعة", "علبة"],
  },
  he: {
    names: ["גלי אלון שיווק בע״מ", "נגריית ארז לבן בע״מ", "דפוס קשת בענן", "מעוף התעשייה בע״מ", "עוגן ושלהבת הובלות בע״מ"],
    streets: ["רחוב האלונים 14", "שדרות הדקל 7", "דרך הפרדס 120", "רח׳ הזית 33"], places: ["נווה אלונים 6701101", "קריית פרדס 3190500", "גבעת דקל 4951000"],
    goods: ["עיצוב עלון", "תחזוקה חודשית", "כיסא משרדי", "מנורת תקרה", "ייעוץ וניתוח", "הובלה ומסירה", "נייר צילום A4", "צבע לבן 10 ליטר", "ארון תיקים (עץ)"], details: ["אחריות לשנתיים", "לפי הצעתנו"], units: ["יח׳", "שעה", "קופסה"],
  },
};

/** The story with its texts in the script of "ar" or "he"; unchanged for other languages. The firms keep their numbers and accounts. */
export function inItsScript(story: Story, language: string): Story {
  const script = scripts[language];
  if (!script) return story;
  const at = [...story.number].reduce((sum, sign) => sum + sign.charCodeAt(0), 0);
  const pick = (list: readonly string[], step: number): string => list[(at + step) % list.length]!;
  const firm = (step: number) => {
    const name = pick(script.names, step);
    const town = pick(script.places, step);
    return { name, brand: name.replace(/ (?:ذ\.م\.م|ش\.م\.م|בע״מ)$/u, ""), street: pick(script.streets, step), extra: null, postcode: "", region: "", town };
  };
  const seller = { ...story.seller, ...firm(0) };
  const buyer = { ...story.buyer, ...firm(1) };
  return { // "DK": postcode and town on one line, nothing before the postcode
    ...story, seller: { ...seller, country: { ...seller.country, code: "DK" } }, buyer: { ...buyer, country: { ...buyer.country, code: "DK" } }, international: false, shipTo: null,
    lines: story.lines.map((line, i) => ({ ...line, description: pick(script.goods, i), detail: line.detail && pick(script.details, i), unit: pick(script.units, i), section: null })),
  };
}
