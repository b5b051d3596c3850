import { inSmall } from "../pattern.ts";
import { rememberedText } from "../remembered.ts";
import { BEGINNINGS } from "./_beginnings.ts";
import type { KnownFamily } from "./family.ts";

/** The sign of a footnote that stands within a name: "Adjusted EBITDA(1) margin". */
const MARK = String.raw`(?:\(\w{1,2}\)|\d|\*{1,3})?`;
const SHARE = String.raw`${MARK}(?:[- ]per[- ](?:\w+[- ]){0,4}?(?:share|unit|ads)s?(?![a-z])|/share(?![a-z]))`;
/** Pages that were printed lose the ligature. */
const FLOW = String.raw`(?:fl|\ufb02)?\s{0,2}ows?`;
const OF_WHOM = String.raw`(?: \(?(?:loss|income|earnings)\)?)?(?:,? (?:attributable|available|applicable) to (?:[\w&.'’,-]+ ){0,5}?(?:shareholders|stockholders|unitholders|holders|company))?`;

/** The share in what others earn is one line of the statement, and the result is another. */
const NOT_OF_INVESTEES = String.raw`(?! (?:\((?:loss|income)\) )?(?:from|of|in) (?:the |our )?(?:equity[- ](?:accounted|method)|(?:equity )?investees|unconsolidated|associates|joint ventures|discontinued))`;

/** The sign that an amount has in one of the periods: "operating (loss) income", "net (loss)/income". */
const TURNED = String.raw`(?:\((?:loss|income|profit|earnings)\)(?: ?\/ ?| ))?`;
/** The other sign behind it: "profit/(loss)". */
const OR_TURNED = String.raw`(?: ?\/? ?\((?:loss|income|profit|earnings)\))?`;
/** What a result is told before, if nothing but taxes is to come: "before provision for federal income taxes", "before taxation". */
const BEFORE_TAX = String.raw`,? before (?:\(?(?:provision|benefit|recovery|expense)\)?(?: \/?\(?(?:provision|benefit|recovery|expense)\)?)? (?:for|from) )?(?:(?:federal|u\.?s\.?|income|foreign|corporate)(?: and)? )*tax(?:es|ation)?(?![a-z])`;

const EBITDA = "(?:ebitda(?:re|r|x|al|aal)?|a?oibdan?)";
/** "Earnings before interest, taxes, depreciation and amortization", where the letters do not follow, and where it is not said what they stand for. */
const NO_EXPLANATION = String.raw`(?<!(?:\(|\b(?:or|as|means|represents|is|are|equals),? )(?:(?:net|our|the|adjusted|consolidated) )?)`;
const BEFORE_INTEREST = String.raw`${NO_EXPLANATION}(?:earnings|income|profit|loss)(?: \(loss\))?,? before (?:net )?(?:interest(?: expense| income)?(?:,? net)?|financ(?:e|ing) costs?)(?:,| and|, and) (?:provision for )?(?:income )?tax(?:es)?`;
const WORN = "(?:(?:,| and|, and) (?:depreciation|depletion|amorti[sz]ation|rent|exploration(?: expenses?)?))";
const NO_LETTERS = String.raw`(?![a-z])(?! ?\([^)]{0,30}ebit)`;
const FCF = `(?:free cash ?${FLOW}|fcf)`;
const FFO = String.raw`(?:[cn]?a?ffo(?! (?:exclud\w+|before) (?:[\w-]+ ){0,3}working capital)|funds (?:from operations|available for distribution))(?: \([^)]{2,12}\))?`;
/** What a producer counts its costs and earnings by: "per metric ton", "per ounce sold", "/lb". */
const PHYSICAL =
  "(?:metric ton(?:ne)?|short ton|tonne|ton|mt|(?:gold |silver |gold equivalent |payable )*(?:ounce|oz|pound|lb)|boe|mboe|mcfe?|barrel|bbl|gallon|mwh|asm|available seat mile)s?";
const PER_PHYSICAL = String.raw`(?: ?\([^)]{2,20}\))?(?: (?:sold|produced))?(?: on an?)? ?\(?(?:per |\/ ?)(?:\w+ )?${PHYSICAL}(?![a-z])`;
const CASH_COST = String.raw`(?:c1 )?(?:(?:total |average |unit |net )*cash|(?:all-?in |sustaining )+)(?: operating| production)? (?:costs?(?: of (?:\w+ )?(?:goods sold|sales|revenues?|production))?|cogs)`;
/** A mine that stands still is left out: "excluding Norra". */
const WITHOUT_SITE = String.raw`(?:,? excluding (?:[a-z\u00c0-\u024f’'-]+ ){0,3}?[a-z\u00c0-\u024f’'-]+(?= ?\())?`;
const DISTRIBUTABLE = String.raw`(?:(?:distributable (?:operating )?|fee[- ]related )earnings|fre|earnings available for distribution)(?: \([^)]{2,12}\))?`;

/** What growth is made free of. */
export const BASES =
  "organic|constant[- ](?:currency|dollar|fx|exchange[- ]rate)|(?:local|comparable)[- ]currency|currency[- ](?:neutral|adjusted)|fx[- ](?:neutral|adjusted)|ex[- ]fx|fxn";
/** What earnings are told before, which makes a measure of the bare word. */
export const CHANGED =
  "(?:(?:special|exceptional|non-?recurring|one-?time|extraordinary|unusual|certain) (?:items|charges|costs)|charges|(?:goodwill |intangibles? )?amortization)";
/** Up to three words that stand between a basis and what grows on it: "organic recurring revenue". */
export const BETWEEN =
  "(?: (?!(?:and|or|in|of|for|to|was|were|is|are|with|on|by|at|the|a|an|from|as|we|our|its|that|which|growth|basis|volumes?|customers?|subscribers?|members?|loans?|deposits?|assets?|accounts|clients?|(?:net )?(?:in)?flows|traffic|units?|orders?|bookings|billings|backlog|arr|c?rpo|gmv|tpv|aum|premiums?|eps|earnings|income|profits?|margins?|a?ebit[a-z]*|a?oibda|noi|[an]?ffo|cash)\\b)[a-z&/-]{1,20}){0,3}?";

/** What growth is to come from or is spent on is no growth that anybody has measured: "organic growth initiatives". */
const PURPOSES =
  "(?:initiative|strateg|opportunit|investment|project|plan|priorit|program|engine|driver|profile|platform|potential|prospect|trend|capital|capex|agenda|objective|pipeline|algorithm)";

/** Words between a margin and its figure: "of", "increased 12% to". */
const COMES_TO = String.raw` (?:(?:of|was|were|at|totall?ed|reached)|(?:increased|grew|rose|improved|expanded|decreased|declined|fell)(?: by)?(?: (?:approximately )?(?:\d[\d.]{0,5} ?(?:%|percent)|[$€£]\d[\d.,]{0,9}(?: [mb]illion)?))?,? to) (?:approximately )?`;

/** Behind a conversion, that it is one to net income as the standards have it. */
const TO_NET_INCOME = String.raw`(?:of|was|at|is) (?:approximately |about )?\d[\d.]{0,5} ?(?:%|percent) of net income(?![a-z])`;

/** What leads from the bare word to what a share has earned: "earnings of $1.10 per share", "earnings were $1.10 per share", "earnings rose 12% to $1.10 per share". */
const GIVEN_AS = String.raw`(?:of|(?:for the [\w ]{3,30}? )?(?:was|were|totall?ed|came in at|(?:increased|grew|rose|improved|decreased|declined|fell)(?: (?:by )?\d[\d.]{0,5} ?(?:%|percent),?)? to))`;

/** "Book value was $20.10 per share", "book value growth of $0.30 per share": the share stands behind the amount. */
const GIVEN_BY_SHARE = String.raw`(?=[^.;:$€£]{0,60}(?:[$€£] ?\d[\d.]{0,6} to )?[$€£] ?\d[\d.]{0,6} (?:per|a) (?:[a-z]+ ){0,3}?share(?![a-z]))`;

/** What a ratio of debt has between what is owed and what it is divided by: "debt-to-CFFO", "debt / net income". */
const OVER = String.raw`(?: ?\/ ?|[- ](?:to|over)[- ]| divided by )`;

/** Longer names stand before the shorter ones that they begin with. */
export const NAMES: readonly (readonly [KnownFamily | "per-share" | "earnings", string])[] = [
  [
    "leverage",
    String.raw`(?:(?:net|total) )?debt(?= (?:of|was|at|is|stood at) (?:approximately |about )?\d[\d.]{0,4} ?(?:x|times) (?:[\w-]+ ){0,4}?${EBITDA})|(?:(?:net|total|gross|senior|secured|first[- ]lien|consolidated) ){0,3}debts?(?: \([^)]{2,20}\))?[- ]?(?:to|over|divided by|\/)[- ]?(?:[\w-]+ ){0,4}?${EBITDA}(?![a-z])|net (?:total |financial |debt )?leverage(?: ratio)?(?![a-z])|(?<!\b(?:tier (?:1|one|i)|capital|supplementary|regulatory|bank(?:ing)?) (?:capital )?)(?:indebtedness|(?:total |consolidated )*leverage) ratio(?! \(regulatory)(?: ?\(\w{1,2}\))?,? on an? net[- ]debt basis(?![a-z])|(?<!\b(?:tier (?:1|one|i)|capital|supplementary|regulatory|bank(?:ing)?) (?:capital )?)(?:indebtedness|(?:total |consolidated )*leverage) ratio(?! \(regulatory)(?![a-z])|leverage(?= (?:(?:of|was|is|at|to|(?:improved|declined|decreased|increased|fell|rose) to|stood at|below|under) )?(?:approximately |about )?\d[\d.]{0,4} ?(?:x\b|times))`,
  ],
  [
    "loss-ratio",
    "(?:(?<!\\bcat(?:astrophe)? )(?:net )?loss(?:es)?(?: (?:and|&) (?:lae|lcae|loss adjustment expenses?))?|medical (?:care|cost|loss|benefits?)|benefits? expense) ratios?(?![a-z])",
  ],
  ["debt-to-assets", "debt[- ]to[- ](?:total |gross )?assets(?![a-z])"],
  [
    "debt-ratio",
    "(?<!\\bnon-?)recourse debt[- ]to[- ]equity(?: ratio)?(?![a-z])|(?:(?:total|gross) )?debt(?= (?:of|was|at|is) (?:approximately )?\\d[\\d.]{0,4} ?(?:x|times) (?:(?:our|annuali[sz]ed|trailing) )?net income)|gross leverage(?![a-z])|(?:total )?debt(?: per the (?:consolidated )?balance sheets?)?(?:,? to| ?\\/) (?:annuali[sz]ed |trailing |adjusted ){0,2}net income(?: ratio)?(?![a-z])|(?<!\\b(?:conver(?:sion|t(?:ed|ing)?)|exchang(?:e[ds]?|ing)|swaps?) of )(?:net |total )?(?:homebuilding )?debt[- ](?:to|over)[- ](?:net income|equity|(?:total |net )?(?:book )?capital\\w*)(?: ratio)?(?![a-z])|" +
      `(?:net |total )?debt${OVER}(?:(?:annuali[sz]ed|trailing) )?(?:net income|cffo|cash ${FLOW} from operations|(?:net )?cash (?:provided by |from )?operati(?:ons|ng activities)|operating cash ${FLOW})(?: ratio)?(?![a-z])`,
  ],
  ["ebitda-per-share", `${EBITDA}${SHARE}`],
  [
    "ebitda-margin",
    `${EBITDA}${MARK}(?: profit)? margins?(?![a-z])|cash(?: operating)? margins?(?= (?:of|was|were|at) (?:approximately |about )?\\d[\\d.]{0,5} ?(?:%|percent))`,
  ],
  [
    "ebitda",
    `(?:${EBITDA}|ebitdas)(?![a-z])|${BEFORE_INTEREST}${WORN}{1,4}(?!${WORN})${NO_LETTERS}|(?:operating (?:income|profit|earnings)|income from operations)(?: \\(loss\\))?,? before depreciation(?:,? (?:and|&)(?: other)? amortization)?(?![a-z])`,
  ],
  [
    "ebit-margin",
    `ebita?e?${MARK} margins?(?![a-z])|(?<=\\b(?:adjusted|non-?gaap|underlying) )margins?(?= (?:expan|improve|growth|grew|increas|rose|gain|of|was|were|up|by)[a-z]*\\b)|(?<=\\b(?:adjusted|non-?gaap|underlying|core) )margins(?![a-z])|margins?(?= on an? (?:adjusted|non-?gaap|underlying) basis(?![a-z]))`,
  ],
  ["ebit", `ebita?e?(?![a-z])|${BEFORE_INTEREST}(?!${WORN})${NO_LETTERS}`],
  ["free-cash-flow-per-share", `${FCF}${SHARE}`],
  ["free-cash-flow-margin", `${FCF}${MARK} margins?(?![a-z])`],
  [
    "free-cash-flow-conversion",
    `(?:${FCF}|${EBITDA}|(?:operating )?cash(?: ${FLOW})?) conversion(?: (?:rate|ratio))?(?: (?:of|to) adjusted (?:net income|${EBITDA}))?(?![a-z])(?! (?:cycle|costs?))(?<!operating cash ${FLOW} conversion(?= ${TO_NET_INCOME}))|${FCF} (?:yield|productivity)(?![a-z])|${FCF} ?(?:\\/|to|(?:as an? )?(?:%|percent(?:age)?)(?: of)?) ?(?:adj(?:usted|\\.) ?)?(?:${EBITDA}|net income)(?![a-z])`,
  ],
  ["free-cash-flow", `${FCF}(?![a-z])|free operating cash ${FLOW}(?![a-z])`],
  [
    "ffo-payout",
    `${FFO}(?:${SHARE})?(?: dividend| distribution)? payout(?: ratios?)?(?= (?:of|was|to|at|below|under) (?:approximately |about )?\\d)|(?:dividend |distribution |cash )?payout(?: ratios?)?(?: target)? (?:(?:of|to|at|was) )?(?:approximately |about |around )?(?:(?:\\d[\\d.]{0,6} ?(?:%|percent)? ?(?:to|and|[-\u2013]) ?)?\\d[\\d.]{0,6} ?(?:%|percent) |\\(?(?:as an? )?(?:%|percent(?:age)?) )?(?:of|to) (?:(?:our|its|the) )?(?:(?:basic|diluted|annual|quarterly|full-year|expected|projected) ){0,2}(?:(?:\\w+ ){0,2}?${FFO}(?:${SHARE})?|(?:adjusted|core|underlying|recurr(?:ent|ing)|normali[sz]ed|operating|comparable|cash|distributable) (?:\\w+ )?(?:earnings|income|profit|eps)${SHARE}?|${FCF})(?![a-z])`,
  ],
  ["ffo-per-share", `${FFO}${OF_WHOM}${SHARE}`],
  ["ffo", `${FFO}(?![a-z])(?! payout)`],
  [
    "noi",
    `(?:(?:same|comparable)[- ](?:property|store|center|community|asset|space)(?: portfolio)?(?: cash)? )?(?:noi|net operating income)(?![a-z])(?! (?:yield|margin|per |loss))`,
  ],
  ["distributable-earnings-per-share", `${DISTRIBUTABLE}${OF_WHOM}${SHARE}`],
  ["distributable-margin", `${DISTRIBUTABLE}${MARK} margins?(?![a-z])`],
  ["distributable-earnings", `${DISTRIBUTABLE}(?![a-z])`],
  [
    "gross-margin",
    `gross (?:(?:profit )?margins?(?: percent(?:age)?)?|profit percent(?:age)?)(?![a-z])(?!${COMES_TO}[$€£])`,
  ],
  ["gross-profit", `gross ${TURNED}(?:profit|loss)(?![a-z])|gross margins?(?=${COMES_TO}[$€£])`],
  ["contribution-margin", String.raw`contribution margins?(?=${COMES_TO}\d[\d.]{0,6} ?(?:%|percent))`],
  [
    "contribution",
    "contribution (?:profit|margin|ex[- ][a-z]{2,12})(?![a-z])|variable (?:contribution|profit)(?![a-z])(?! margin)|transaction margin dollars|(?:net )?revenues? (?:less|minus|net of) (?!interest (?:expense|costs?))(?:[a-z-]+ ){1,3}?(?:costs?|expenses?|services|fees)(?![a-z])",
  ],
  [
    "unit-cost",
    `${CASH_COST}${MARK}(?: ?[-\\u2013])?(?:${WITHOUT_SITE}${PER_PHYSICAL}|(?=,? [^.;]{0,40}?\\d[\\d.,]{0,9} ?(?:per |\\/ ?)(?:\\w+ )?${PHYSICAL}(?![a-z])))|total costs?(?: of (?:\\w+ )?production)?(?: ?[-\\u2013])?${WITHOUT_SITE}(?= ?\\(c[13]\\))${PER_PHYSICAL}|c[13]${PER_PHYSICAL}|all-?in sustaining costs?(?: \\([^)]{2,8}\\))?(?:${PER_PHYSICAL})?(?![a-z])|aisc(?![a-z])`,
  ],
  [
    "charter-rate",
    String.raw`time charter equivalent(?: \([^)]{2,8}\))?(?: (?:rates?|revenues?|earnings))?(?![a-z])|tce (?:rates?|revenues?|earnings|per day)(?![a-z])`,
  ],
  ["net-interest-margin", String.raw`net interest margin(?: \(nim\))?(?![a-z])`],
  ["net-interest-income", "net interest income(?![a-z])"],
  ["net-investment-income-per-share", `net investment income(?: \\([^)]{2,8}\\))?${SHARE}`],
  ["net-investment-income", String.raw`net investment income(?: \([^)]{2,8}\))?(?![a-z])`],
  ["seat-mile-cost", "casm(?:-?ex(?:[- ]?fuel)?)?(?![a-z])"],
  [
    "cost-of-sales",
    "(?:cash )?costs? of (?:goods sold|(?:(?!(?:the|our|its|and|as|for|these|those|lower|higher|lost|such)\\b)[a-z]{3,12} )?(?:sales|revenues?)|products sold)(?![a-z])",
  ],
  [
    "selling-and-administrative-rate",
    "(?:selling,? general,? (?:and|&) administrative|s?g&a)(?: expenses?)? (?:rates?|ratios?)(?![a-z])",
  ],
  [
    "selling-and-administrative",
    "(?:cash )?(?:(?:selling,? )?general,? (?:and|&) administrative(?: expenses?| costs?)?|s?g&a(?: expenses?)?)(?![a-z])",
  ],
  [
    "sales-and-marketing",
    "(?:sales|selling),? (?:and|&) marketing(?: expenses?| costs?)?(?![a-z])(?! (?:teams?|efforts?|organi[sz]ations?|initiatives?|activit|capabilit|programs?|functions?|personnel|headcount|employees|and\\b))",
  ],
  ["research-and-development", "(?:research (?:and|&) development|r&d)(?: expenses?| costs)?(?![a-z])"],
  [
    "operating-cash-flow-margin",
    `operating cash ${FLOW} conversion(?= ${TO_NET_INCOME})|(?:operating cash ${FLOW}|cash ${FLOW} from operations) margins?(?![a-z])|(?:operating cash ${FLOW}|(?:net )?cash (?:${FLOW} )?(?:provided by|from|generated by) operati(?:ons|ng activities)) (?:as an? (?:%|percent(?:age)?) of|to) net income(?![a-z])`,
  ],
  [
    "operating-margin",
    `operating ${TURNED}(?:(?:(?:income|profit|loss) (?:\\((?:loss|income)\\) )?)?margins?|(?:income|profit) (?:\\(loss\\) )?(?:percent(?:age)?|rates?))(?![a-z])|(?:income|profit|loss|earnings)(?: \\(loss\\))? from operations margins?(?![a-z])`,
  ],
  [
    "operating-income",
    String.raw`(?:operating ${TURNED}(?:income|profit|loss|earnings)\b(?!(?: \((?:loss|income)\))? per)|operating result(?![a-z])|(?:(?:income|profit|loss|earnings)(?: \(loss\))?|loss\)) from operations\b)(?!${BEFORE_TAX})(?: \((?:loss|income)\))?`,
  ],
  [
    "operating-expenses",
    "(?:cash )?operating (?:expenses?|costs)(?![a-z])|(?:cash )?opex(?![a-z])|operating, selling, general,? (?:and|&) administrative (?:expenses?|costs?)(?![a-z])",
  ],
  [
    "other-income",
    String.raw`other \(?(?:income|expenses?)\)?(?:(?: and|,| \(|\/)+ ?(?:expenses?|income)\)?| (?:expenses?|income))?(?:, net)?(?![a-z])`,
  ],
  [
    "pre-provision",
    String.raw`(?:(?:pre-?tax,? )?pre-?provision,? (?:pre-?tax )?(?:net )?(?:revenues?|income|earnings|profit)|ppnr|ptpp(?: (?:revenues?|income|earnings|profit))?)(?: \((?:pp|pt)[a-z]{2,4}\))?(?![a-z])(?! (?:roaa?|return on)\b)`,
  ],
  ["tax-rate", "(?:effective )?(?:income )?tax rates?(?![a-z])"],
  ["pre-tax-margin", "pre-?tax (?:income |profit |earnings )?margins?(?![a-z])"],
  [
    "pre-tax-income",
    String.raw`(?:net )?${TURNED}(?:income|earnings|profit|loss)${OR_TURNED}(?: from (?:continuing )?operations)?${BEFORE_TAX}|pre-?tax ${TURNED}(?:income|earnings|profit|loss)(?![a-z])|(?:ebt|pbt)(?![a-z])`,
  ],
  [
    "eps",
    `(?:(?:net )?operating (?:earnings|income|loss)(?: \\((?:loss|income)\\))?${SHARE}|(?:operating|cash) net (?:income|earnings|loss)${SHARE}|earn(?:s|ed)(?= (?:an? )?(?:adjusted |record )*\\(?[$€£] ?\\d[\\d.]{0,6}\\)? (?:per|a) (?:[a-z]+ ){0,3}?(?:share|unit)(?![a-z]))|(?:earnings|income|loss|profit)(?= ${GIVEN_AS} \\(?[$€£] ?\\(?\\d[\\d.]{0,6}\\)?(?: (?:to|and|[-\u2013]) [$€£] ?\\d[\\d.]{0,6})? per (?:[a-z]+ ){0,3}?(?:share|unit)(?![a-z])(?! (?:related|from|on(?! an? (?:\\w+ )?(?:non-?)?[a-z]+ basis\\b)|due|associated|attributable)))|(?:operating|cash|headline) eps(?![a-z])|(?:cash|headline) earnings${SHARE}|(?:net )?${TURNED}(?:earnings?|income|loss|profit)(?:\\/ ?\\(loss\\))?(?: from continuing operations)?${OF_WHOM}${SHARE}|(?:net \\()?loss\\)${SHARE}|(?:diluted |basic )?(?:earnings?|income|loss)(?: \\(loss\\))? per share|\\beps(?![a-z]))`,
  ],
  [
    "net-margin",
    String.raw`(?:net (?:income |loss |profit |earnings |\(loss\) )*(?:attributable to (?:[\w’'.&-]+ ){1,5})?|profit )margins?(?![a-z])`,
  ],
  [
    "earnings",
    `earnings(?:\\/ ?\\(loss(?:es)?\\))?(?! (?:\\((?:loss|income)\\) )?(?:call|release|per|from|report|conference|before(?! ${CHANGED})|basis))(?![a-z])|profitability(?![a-z])`,
  ],
  ["per-share", String.raw`(?:per|a) (?:(?!per\b)\w+[- ]){0,4}?(?:share|unit)\b`],
  [
    "net-income",
    `after-?tax (?:adjusted )?operating (?:income|earnings)(?![a-z])|(?:net )?${TURNED}(?:profit|loss|result)${OR_TURNED} after (?:income )?tax(?:ation|es)?(?![a-z])|npat(?![a-z])|(?<!non-?)cash earnings(?![a-z])|(?:operating|cash) net (?:income|earnings|loss)(?![a-z])|net operating earnings(?![a-z])|(?:income|loss|earnings|profit) from ongoing operations(?![a-z])|(?:net (?:${TURNED}(?:income|loss(?:es)?|earnings|profit)(?![a-z])|\\(loss(?:es)?\\))(?!${OR_TURNED}${BEFORE_TAX})${NOT_OF_INVESTEES}${OF_WHOM}|(?:income|loss|earnings|profit)(?: \\((?:loss|income)\\))? from continuing operations(?!,? before)|(?<!other )comprehensive income(?! statement)|income available (?:for|to) common (?:share|stock)holders|(?:profit|loss|result) (?:for the (?:period|quarter|(?:half-|financial )?year)|attributable to (?:\\w+ ){0,4}(?:share|stock)?(?:holders|owners)))`,
  ],
  [
    "operating-cash-flow",
    String.raw`(?:(?:net )?cash (?:${FLOW} |inflows? |outflows? )?(?:provided by|provided from|used in|used by|generated by|generated from|generated in|from|\(used (?:in|for|by)\)|provided by \(used in\)|\(used(?: (?:in|for|by))?\) provided by|\(used (?:in|for)\) from|\(used (?:in|for)\) generated (?:by|from)|used for|for)(?: ?\/? ?\((?:used (?:in|for|by)|outflow|absorbed by)\))? (?:continuing )?(?:operating activities|operations)|cffo(?= (?:exclud\w+|before) (?:[\w-]+ ){0,3}working capital)|operating cash ${FLOW}|(?:net )?cash ${FLOW} ?[-\u2013\u2014] ?(?:operating activities|operations)|cash ${FLOW} (?:provided |generated )?(?:by|from|used in) (?:operating activities|operations)|cash generated from operations|(?<=\b(?:generat|provid|produc)(?:ed|ing) (?:approximately )?[$€£] ?\d[\d.,]{0,12}(?: million| billion)? from )operating activities|operating activities(?= (?:generated|provided|used|produced) (?:cash of )?(?:approximately )?[$€£]))(?![a-z])|operating(?= and free cash ?${FLOW}s?(?![a-z]))`,
  ],
  [
    "net-debt",
    "net (?:financial )?(?:debt|indebtedness)(?![a-z])(?! (?:issu|repay|repaid|payments?\\b|pay-?downs?\\b|proceeds\\b|borrowings?\\b))|(?:(?:total|bank|gross|financial) )?(?:debt|borrowings),? (?:less|net of|minus) (?:(?:total|available) )?cash(?![a-z])|net cash(?= (?:(?:position|balance)(?![a-z])|(?:was|of|at|stood at) (?:approximately )?(?:[a-z]{0,3}[$€£])))",
  ],
  [
    "debt",
    "(?:(?:total|gross|long-term|consolidated)(?: (?:principal|financial|funded|interest-bearing))? (?:debt|borrowings|indebtedness)|total principal (?:amounts? )?of (?:[\\w-]+ )?(?:debt|borrowings|indebtedness)|principal debt|(?<=\\badjusted )debt(?= (?:of|was|were|to (?:approximately )?[$€£]|decreased|increased|declined|fell)\\b)|(?<=\\bgaap )debt|debt outstanding|(?:amounts? )?outstanding (?:debt(?! securities)|borrowings)|amounts? outstanding under (?:its |our |the )?(?:debt|credit|loan))(?![a-z])(?![- ]to[- ])",
  ],
  [
    "return-on-equity",
    String.raw`(?:operating )?return on (?:(?:average|avg\.?) )?(?:common )?(?:shareholders?[’']? |stockholders?[’']? )?equity(?: \([^)]{2,8}\))?(?![a-z])|(?:operating )?roa?e(?![a-z])`,
  ],
  [
    "own-cash-flow",
    `distributable cash ${FLOW}|cash available for distribution|cafd(?![a-z])|(?:adjusted )?funds ${FLOW}(?: from operations)?|discretionary cash ${FLOW}|(?:adjusted|core|underlying|normali[sz]ed) cash ${FLOW}(?![a-z])(?! (?:from|provided|generated|used|by) )|cash ${FLOW} (?:before|excluding) (?:changes in )?(?:non-?cash )?working capital(?: changes)?|(?:net |operating )*cash burn(?![a-z])(?! rate)`,
  ],
  [
    "tangible-book-value-per-share",
    `tangible (?:net |common )?book value(?:${SHARE}|${GIVEN_BY_SHARE})|tbv${SHARE}|tbvps(?![a-z])`,
  ],
  [
    "book-value-per-share",
    `book value(?:${SHARE}|${GIVEN_BY_SHARE})|bvps(?![a-z])|(?:(?:nav|nta|nrv|ndv)(?: \\([^)]{2,20}\\))?|net (?:asset|tangible assets?|reinstatement|disposal) value(?: \\([^)]{2,20}\\))?)${SHARE}`,
  ],
  [
    "return-on-assets",
    String.raw`(?:(?:pre-?tax,? )?pre-?provision |ppnr |ptpp )?(?:return on (?:(?:average|avg\.?) )?(?:total )?assets(?: \([^)]{2,8}\))?|roaa?)(?![a-z])`,
  ],
  [
    "tangible-equity-ratio",
    "tangible (?:common )?equity(?: \\([^)]{2,8}\\))?(?: (?:to|\\/) (?:total )?tangible assets)?(?: ratio)(?![a-z])|tangible (?:common )?equity (?:to|\\/) (?:total )?tangible assets(?![a-z])|tce (?:ratio|\\/ ?ta)(?![a-z])|tangible (?:common )?equity,? (?:as an? (?:%|percent(?:age)?)|expressed as a percentage) of (?:total )?tangible assets(?![a-z])|tangible (?:common )?equity(?= (?:was|were|is|of|at) (?:approximately )?\\d[\\d.]{0,5} ?(?:%|percent) of (?:total )?tangible assets| (?:of|above|over|at|exceeding|below|under|in excess of|greater than|(?:increased|grew|rose|improved|declined|decreased) to) (?:approximately )?\\d{1,2}(?:\\.\\d{1,2})? ?(?:%|percent))",
  ],
  [
    "equity-ratio",
    "(?:(?:total|common|shareholders?[’']?|stockholders?[’']?) )?equity (?:(?:to|\\/)|as an? (?:%|percent(?:age)?) of) (?:total )?assets(?: ratio)?(?![a-z])|(?:total|(?<!tangible )common|shareholders?[’']?|stockholders?[’']?) equity(?= (?:was|were|is|of|at) (?:approximately )?\\d[\\d.]{0,5} ?(?:%|percent) of (?:total )?assets)",
  ],
  [
    "return-on-capital",
    String.raw`return on (?:average )?(?:(?:\w+ )?invested capital|(?:\w+ )?capital employed|(?:operating )?capital|net assets|tangible assets)(?: \([^)]{2,8}\))?(?![a-z])|(?:croic|croci|roic|roaii?c|roa?ce|rona)(?![a-z])`,
  ],
  [
    "return-on-tangible-equity",
    String.raw`return on (?:average )?tangible (?:common )?(?:shareholders?[’'] |stockholders?[’'] )?equity(?: \([^)]{2,8}\))?(?![a-z])|(?:rotce|roatce|rotcae|rote(?= (?:of|was|to)\b))(?![a-z])`,
  ],
  [
    "efficiency-ratio",
    "efficiency ratio(?![a-z])|non-?interest expenses? (?:to|\\/|over|divided by|as an? (?:%|percent(?:age)?) of) (?:total |net )?revenues?(?![a-z])",
  ],
  ["expense-ratio", "(?:(?:operating |underwriting )?expense|operating cost) ratio(?![a-z])"],
  ["operating-ratio", "operating ratio(?![a-z])"],
  ["combined-ratio", "combined ratio(?![a-z])"],
  [
    "equity",
    `(?:(?:total|(?:tangible )?common|shareholders?[’']?|stockholders?[’']?) equity|(?:adjusted|tangible) equity|tangible (?:common )?book value)(?![a-z-])(?! tier\\b)`,
  ],
  [
    "reserves-value",
    "pv-?10(?: value)?(?![a-z\\d])|standardi[sz]ed measure(?: of discounted future net cash flows?)?(?![a-z])",
  ],
  ["noninterest-expense", "non-?interest expenses?(?![a-z])"],
  ["noninterest-income", "non-?interest income(?![a-z])"],
  [
    "revenue",
    `(?:net )?(?:sales revenues?|revenues?|sales)\\b(?! (?:volumes?|force|teams?|prices?|pricing|mix|tax(?:es)?|organization|representatives?|cycles?|pipeline|deductions?|penetration|conferences?|leaders?|leadership|(?:excluding|net of|before) (?:[a-z]+ ){1,3}per (?!annum|year|quarter)|channels?|commissions?|(?:gross )?(?:profit )?margins?|per (?!annum|year|quarter))\\b)(?: growth)?|(?:${BASES})${BETWEEN} (?:growth|decline)(?![a-z])(?! ${PURPOSES})|(?:core (?:(?:business|sales|revenue|organic) )?|base[- ]business )growth(?![a-z])(?! ${PURPOSES})`,
  ],
  [
    "earnings",
    `(?:income|profits?|loss(?:es)?)(?![a-z])(?! (?:from|before(?! ${CHANGED})|per|tax|taxes|ratio|on|margin|statement|attributable))`,
  ],
];

/** What names begin with: one look at a word tells that it begins none. */
const STEMS =
  "[cn]?a?ffo|a (?:\\w+[- ]){0,3}?(?:share|unit)|a?oibda|adjusted (?:equity|funds|cash fl)|after-?tax|aisc|all-?in|amounts? outstanding under|average cash|basic|benefits? expense|book value|bvps|c[13] |cafd|casm|cash|combined ratio|cro[ic]|common|base[- ]business growth|core (?:cash fl|(?:business |sales |revenue |organic )?growth)|compar|compreh|consolid|constant|ex[- ]fx|local[- ]|comparable[- ]curr|contribution (?:margin|profit|ex[- ])|costs? of|currency|debt|diluted|discretionary cash|distrib|dividend payout|earn|ebit|ebt|effective|efficiency ratio|eps|equity (?:to|\\/)|expense ratio|fcf|fee[- ]related|fre\\b|first[- ]lien|free|funds|fx|general,? (?:and|&)|gross|headline|income|indebt|leverage|long|loss|margin|medical |nav|non-?interest|nta|nrv|ndv|net|noi|normali[sz]ed cash fl|npat|operat|opex|organ|other|outstanding (?:debt|borrow)|payout|pbt|per |ppnr|pre|principal debt|profit|recourse debt|ptpp|pv-?10|r&d|research (?:and|&)|result (?:after|attrib|for)|return|revenue|ro[ai]|roatce|roce|roe|rona|rotca?e|rote |s?g&a|sales|same|secured debt|selling|senior |share|standardi[sz]ed measure|stock|sustaining cost|tangible|tax|tbv|tce |time charter|total|transaction margin|underlying cash fl|underwriting expense|unit cash|variable ";
const STEM = new RegExp(`\\b(?:${STEMS})`, "g");

/** Of families that few releases name: words of which a text has one, in small letters, where it has such a name. To look for them takes less than to make the pattern ready. */
export const TOLD_BY: Readonly<Partial<Record<(typeof NAMES)[number][0], readonly string[]>>> = {
  leverage: ["leverage", "ebitda", "oibda", "indebtedness ratio"],
  "loss-ratio": ["ratio"],
  ebitda: [
    "ebitda",
    "oibda",
    ...["interest", "net interest", "financ", "net financ", "depreciation"].map((words) => `before ${words}`),
  ],
  ebit: ["ebit", ...["interest", "net interest", "financ", "net financ"].map((words) => `before ${words}`)],
  "free-cash-flow-conversion": ["conversion", "free cash", "fcf"],
  "ffo-payout": ["payout"],
  "distributable-earnings-per-share": ["distributable", "fee-related", "fee related", "fre", "for distribution"],
  "distributable-margin": ["distributable", "fee-related", "fee related", "fre", "for distribution"],
  "distributable-earnings": ["distributable", "fee-related", "fee related", "fre", "for distribution"],
  contribution: ["contribution", "variable", "transaction margin", "less", "minus", "net of"],
  "unit-cost": ["cost", "cogs", "aisc", "c1 ", "c3 "],
  "net-interest-margin": ["net interest"],
  "net-interest-income": ["net interest"],
  "net-investment-income-per-share": ["investment"],
  "net-investment-income": ["investment"],
  "operating-cash-flow-margin": ["operating cash", "from operations margin", "of net income", "to net income"],
  "own-cash-flow": [
    ...["distributable cash", "for distribution", "cafd", "funds", "discretionary", "working capital", "burn"],
    ...["adjusted", "core", "underlying", "normalized", "normalised"].map((word) => `${word} cash`),
  ],
  "book-value-per-share": ["value", "bvps", "nav", "nta", "nrv", "ndv"],
  "equity-ratio": ["to", "/", "of"].flatMap((word) => [`${word} assets`, `${word} total assets`]),
};

/** For each letter the names that can begin with it. Apart they are made ready much faster than as the branches of one pattern. */
const BY_LETTER: ReadonlyMap<string, readonly Pattern[]> = (() => {
  const all = NAMES.map(
    ([family, words]): Pattern => ({
      family,
      pattern: new RegExp(words, "y"),
      toldBy: TOLD_BY[family],
      beginnings: BEGINNINGS[family] === "" ? [] : BEGINNINGS[family].split("|"),
    }),
  );
  return new Map(
    [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => [
      letter,
      all.flatMap((one) => {
        const beginnings = one.beginnings.filter((words) => words.startsWith(letter) || words.startsWith("*"));
        return beginnings.length === 0 ? [] : [{ ...one, beginnings }];
      }),
    ]),
  );
})();

/** How many letters of a name are looked at before a pattern is. */
const LOOKED_AT = 5;

/** The patterns of the names that can begin so: each five letters are looked up once. */
const beginningSo = rememberedText((letters): readonly Pattern[] =>
  (BY_LETTER.get(letters[0] ?? "") ?? []).filter(({ beginnings }) => beginnings.some((one) => isBegun(one, letters))),
);

function isBegun(beginning: string, letters: string): boolean {
  if (beginning.length > letters.length) return false;
  for (let i = 1; i < beginning.length; i++) if (beginning[i] !== letters[i] && beginning[i] !== "*") return false;
  return true;
}

interface Pattern {
  readonly family: (typeof NAMES)[number][0];
  readonly pattern: RegExp;
  readonly toldBy: readonly string[] | undefined;
  readonly beginnings: readonly string[];
}

/** A name where it stands in a text. */
export interface Hit {
  readonly family: (typeof NAMES)[number][0];
  readonly from: number;
  readonly to: number;
}

/** Where names stand in a text, none within another. The patterns are of small letters, which are made ready faster than those of either case. */
export function hitsIn(text: string): readonly Hit[] {
  const small = inSmall(text);
  const hits: Hit[] = [];
  STEM.lastIndex = 0;
  for (let stem = STEM.exec(small); stem !== null; stem = STEM.exec(small)) {
    const hit = hitAt(small, stem.index, text);
    STEM.lastIndex = hit?.to ?? stem.index + 1;
    if (hit !== undefined) hits.push(hit);
  }
  return hits;
}

/** The first of the names that stands at a place of a text in small letters. */
function hitAt(small: string, from: number, text: string): Hit | undefined {
  for (const { family, pattern, toldBy } of beginningSo(small.slice(from, from + LOOKED_AT))) {
    if (toldBy?.some((words) => small.includes(words)) === false) continue;
    pattern.lastIndex = from;
    if (pattern.test(small) && !SURNAME.test(text.slice(from, pattern.lastIndex)))
      return { family, from, to: pattern.lastIndex };
  }
  return undefined;
}
/** "Said Ann Roe" is said by somebody; the returns are in capitals. */
const SURNAME = /^R(?:oe|oa|ona|oce)$/;
