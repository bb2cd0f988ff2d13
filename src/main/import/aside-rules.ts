/** UTF-16 units. A line longer than this is prose, whatever it begins with. */
const LONGEST_SHORT = 160
const LONGEST_PROMPT = 260
const TAIL = 80

const ENDS_SENTENCE = /[.!?…۔؟]["'”’»)\]]*$/

/** How a line that is no part of the article looks. `open` ones may begin a sentence too, and count only when they do not end as one. */
type Rule = { readonly pattern: RegExp; readonly longest: number; readonly open?: true }

const LABEL: Rule = {
  pattern:
    /^(description|summary|caption|advertisements?|ad|sponsored( content)?|image|photo|skip to (main )?content|описание|реклама|تفصیل|اشتہار)\s*[:：]?$/iu,
  longest: LONGEST_SHORT,
}

const CREDITS: readonly Rule[] = [
  {
    pattern:
      /^[([]?\s*(images?|photos?|pictures?|photograph|file photo|(photo|image|picture) credit|credits?|illustration|фото|иллюстрация|تصویر|فوٹو|صورة)\s*[:：/]\s*\S/iu,
    longest: LONGEST_SHORT,
  },
  { pattern: /^[([]?\s*(photo(graph)?s?|image|picture|video) (by|courtesy( of)?)\s+\S/iu, longest: 100, open: true },
  { pattern: /^(©|\(c\)|copyright)\s*\S/iu, longest: LONGEST_SHORT },
]
/** A caption that ends in its credit, set in capitals: "… in the capital. PHOTO: AGENCY/FILE". */
const CAPTION = /(?<!\p{L})(PHOTO|IMAGE|PICTURE|CREDIT|ФОТО):\s?\p{Lu}[\p{Lu}\d/@. -]{1,40}$/u

const CROSS_REFERENCES: readonly Rule[] = [
  { pattern: /^(also read|read also|read more|read|see also|related)\s*[:|–—]\s*\S/i, longest: LONGEST_SHORT },
  {
    pattern: /^(читайте также|читать также|читайте по теме|по теме|смотрите также)\s*[:|–—]?\s*\S/iu,
    longest: LONGEST_SHORT,
  },
  { pattern: /^(یہ بھی پڑھیں|مزید پڑھیں|مزید پڑھیے|اسی بارے میں|اقرأ أيضا)\s*[:|–—]?\s*\S/u, longest: LONGEST_SHORT },
]
/** The same without its colon, as many sites print it: "Read Ministers meet again in spring". */
const BARE_CROSS_REFERENCE = /^(Also read|Read also|Read more|Read)\s\p{Lu}/u

const NETWORK =
  '(facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|e-?mail|instagram|youtube|viber|вконтакте|vk)'
const PROMPTS: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`^(share( (this|on|via|now|article|story)\b.*)?|tweet( this)?|print( this)?( (article|page|story))?|copy( the)? link|save( article)?|bookmark|listen( to this (article|story))?( \d.*)?|${NETWORK}([\s|·•,/]+${NETWORK})*|поделиться.*|распечатать|скопировать ссылку|شیئر( کریں)?.*|پرنٹ)$`,
      'iu',
    ),
    longest: 80,
    open: true,
  },
  { pattern: /^(\d+|[۰-۹]+)[\s-]*(min(ute)?s?|мин(уты?)?\.?|منٹ)[\s-]*(read|чтения|مطالعہ)?$/iu, longest: 40 },
  { pattern: /^(reading time|время чтения)\s*:/iu, longest: 60 },
  {
    pattern:
      /^(sign up|subscribe|already a subscriber|log in to|register (now|for)|get (our|the) .{0,40}(newsletter|app|briefing|alerts)|join our|follow (us|our)|download (our|the) .{0,30}app|support (our|independent) journalism|don['’]t miss|become a (member|subscriber)|enjoying this)\b/iu,
    longest: LONGEST_PROMPT,
  },
  {
    pattern: /^follow .{1,60} on (facebook|twitter|x|whatsapp|telegram|instagram|google news)\b/iu,
    longest: LONGEST_SHORT,
  },
  {
    pattern:
      /^(подпишитесь|подписывайтесь|подписаться|присоединяйтесь к|читайте нас в|следите за (нами|новостями))(?!\p{L})/iu,
    longest: LONGEST_PROMPT,
  },
  { pattern: /(سبسکرائب کریں|واٹس ایپ چینل|فالو کریں|ہمارا نیوز ?لیٹر)/u, longest: LONGEST_SHORT },
  { pattern: /^(tags?|topics|filed under|теги|темы|метки|ٹیگز?)\s*[:：]\s*\S/iu, longest: LONGEST_PROMPT },
]

const PAGE_TURNS: readonly Rule[] = [
  {
    pattern: /^(printed|downloaded|retrieved|accessed|fetched|saved|archived|captured|print(ed)? date)\b.{0,60}\d/iu,
    longest: LONGEST_PROMPT,
  },
  {
    pattern: /^(распечатано|напечатано|дата печати|сохранено|дата обращения)(?!\p{L}).{0,60}\d/iu,
    longest: LONGEST_PROMPT,
  },
  { pattern: /^(پرنٹ کی تاریخ|پرنٹ شدہ|طباعت)\s*[:：]?/u, longest: LONGEST_SHORT },
  /** A browser's own head of a printed page: "5/4/23, 10:31 AM  Title". */
  { pattern: /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}:\d{2}(\s?[AP]M)?(?!\d)/i, longest: LONGEST_PROMPT },
  { pattern: /^(page|стр(аница|\.)?|صفحہ)\s*[\d۰-۹]+(\s*(of|\/|из|از)\s*[\d۰-۹]+)?$/iu, longest: 40 },
  { pattern: /^[–—-]?\s*\d{1,4}\s*(\/\s*\d{1,4})?\s*[–—-]?$/, longest: 20 },
  { pattern: /^(https?|file):\/\/\S+(\s+\d+\s*\/\s*\d+)?$/i, longest: 2_000 },
  { pattern: /(all rights reserved|все права защищены|جملہ حقوق محفوظ)/iu, longest: LONGEST_PROMPT },
  { pattern: /^published in (the )?\p{Lu}[\p{L}\s]{2,40},\s.{0,30}\d{4}\.?$/iu, longest: 100 },
]

const COMMENT_RULES: readonly Rule[] = [
  {
    pattern:
      /^(comments are (closed|moderated|not)|be the first to comment|leave a (comment|reply)|no comments yet|(post|add) a comment|replying to \S+$|оставить комментарий|комментарии (закрыты|отключены))/iu,
    longest: LONGEST_SHORT,
  },
]

const ALWAYS: readonly Rule[] = [LABEL, ...CREDITS, ...CROSS_REFERENCES, ...PROMPTS, ...PAGE_TURNS, ...COMMENT_RULES]

/** Whether a line by itself is plainly no part of the article. `first` lines may be titles, so fewer rules hold for them. */
export function isPlainlyAside(text: string, first: boolean): boolean {
  if (CAPTION.test(text.slice(-TAIL))) return true
  if (ALWAYS.some((rule) => matches(rule, text))) return true
  return !first && text.length <= LONGEST_SHORT && BARE_CROSS_REFERENCE.test(text) && !endsSentence(text)
}

/** The heading of a comment section, from which on everything is comments. */
export function startsComments(text: string): boolean {
  return (
    text.length <= 60 &&
    /^((reader |readers['’] |user )?comments?(\s*\(?\d+\)?)?|\d+\s+comments?|join the (conversation|discussion)|комментарии(\s*\(?\d+\)?)?|تبصرے|تبصرہ کریں)\s*:?$/iu.test(
      text,
    )
  )
}

/** The heading of a list of other articles: the short lines below it are its entries. */
export function startsRelatedList(text: string): boolean {
  return (
    text.length <= 60 &&
    /^((more )?related (stories|articles|news|topics|posts|coverage|content)|related|more (on this( story| topic)?|stories|news|from .{1,30})|read (next|more|also)|also (read|in the news)|see also|you (may|might) (also )?like|recommended( for you| stories)?|most (read|popular|viewed)|trending( now)?|popular (stories|now)|latest (news|stories)|top stories|editor['’]?s['’]? picks|читайте также|по теме|похожие (новости|статьи|материалы)|другие новости|самое читаемое|популярное|ещё по теме|یہ بھی پڑھیں|مزید خبریں|متعلقہ خبریں|اسی بارے میں|مقبول خبریں)\s*:?$/iu.test(
      text,
    )
  )
}

function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text.slice(-TAIL))
}

function matches(rule: Rule, text: string): boolean {
  if (text.length > rule.longest || !rule.pattern.test(text)) return false
  return rule.open !== true || !endsSentence(text)
}
