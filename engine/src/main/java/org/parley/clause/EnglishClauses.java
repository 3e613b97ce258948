package org.parley.clause;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.clause.Clock.ClockKind;

/// Clauses in English.
final class EnglishClauses implements ClauseLanguage {

  /// Frequent words, by which a text shows its language.
  static final Set<String> COMMON =
      Set.of("the", "of", "and", "to", "in", "shall", "by", "for", "is", "be", "with", "or", "any");

  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:\\p{L}|No|Nos|Art|Arts|Sept|Oct|Nov|Dec|Jan|Feb|Aug|para|paras|Mr|Mrs|Ms|Dr|St|approx|incl)\\.$");

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?:[,;]\\s*)?\\b(?:and|or|but|nor|while|whereas|which|who|that|where)\\b|[,;]");

  private static final Pattern COMMAND =
      Pattern.compile(
          "^(?:(?:on|after|before|within|by|from|in|following|upon|at)\\s[^,]{1,80},\\s*(?:to\\s+)?)?"
              + "(?:(?:immediately|promptly|jointly|fully)\\s+)?(?:ensure|implement|release|enact|conduct|adopt|remove|provide"
              + "|launch|intensify|withdraw|create|establish|introduce|cease|stop|resume|hold|start|begin|maintain|exchange"
              + "|open|close|submit|report|notify|publish|appoint|facilitate|support|disarm|dismantle|prohibit|allow|consider"
              + "|continue|complete|guarantee|respect|refrain|promote|encourage|transfer|restore|recogni[sz]e|lift|grant|protect"
              + "|verify|monitor|address|form|elect|dissolve|integrate|organi[sz]e|discuss|review|agree|reach)\\s",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MEASURE =
      Pattern.compile(
          "^(?!(?:the|an?|this|these|each|all|any|such|in|for|on|at|under|with|as|when|during|by|to|of|from|after|before|until|upon|following|pending|within)\\s)(?:[\\p{L}-]+\\s+){0,3}?\\p{L}*"
              + "(?:tion|sion|ment|wal|ance|ing|fire|lease|exchange)\\b",
          Pattern.CASE_INSENSITIVE);

  /// "All technical means" are a noun.
  private static final String MEANS =
      "(?<!\\b(?:all|technical|necessary|other|any|by|such|peaceful|same|the|no|of|military|political|diplomatic)\\s)\\bmeans?";

  private static final Pattern FINITE =
      Pattern.compile(
          "\\b(?:is|are|was|were|has|have|had|do|does|did|includes?|consists?|applies|apply|enters?|remains?|enjoys?|prevails?|belongs?|depends?"
              + "|can|could|would|shall|will|must|may|should)\\b|"
              + MEANS
              + "\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DEFINING = Pattern.compile(MEANS + "\\b");

  private static final String EFFORTS =
      "(?:use|make|exert)s?\\s+(?:its|their|his|all|every|best|reasonable)(?:\\s+(?:best|reasonable|possible|necessary))?"
          + "\\s+(?:efforts?|endeavou?rs?)";

  private static final String ADVERB = "(?:\\s+(?:hereby|also|only|always|further|fully))?";

  /// The verb that opens a paragraph of a resolution.
  private static final String OPERATIVE =
      "(?i:^\\s*(?:and_)?(?:(?:also|further|strongly|again|hereby|therefore)\\s+)*)(?i)";

  /// No modal word says more: "demands that they shall".
  private static final String UNBOUND = "(?![^.;]{0,400}\\b(?:shall|must|should)\\b)";

  /// Before "avoid": "measures to avoid incidents" forbid nothing.
  private static final String AVOIDED =
      "(?=avoid)(?:(?<=\\b(?:shall|will|must|should)\\s)|(?<=\\b(?:undertake|agree|pledge|commit|endeavou?r|strive|seek|intend|obliged|bound|required)s?\\sto\\s)"
          + "|(?<=^(?:to\\s)?))";

  private static final Pattern MODAL =
      WordPattern.pattern(
          "((?i:\\b(?:shall|must|will)"
              + ADVERB
              + "\\s+(?:not(?!_be_(?:required|obliged|bound)\\b)|in_no_(?:case|event)|under_no_circumstances|never)\\b"
              + "|\\bcannot\\b|\\b(?:undertakes?|agrees?|pledges?)\\s+not\\s+to\\b"
              + "|\\b(?:(?:shall|will|must)\\s+)?(?:refrain|abstain|desist)s?[\\s,]+from\\b|\\bban\\s+on\\b"
              + "|"
              + AVOIDED
              + "avoid\\b"
              + "|\\b(?:shall_be|is|are)"
              + ADVERB
              + "\\s+(?:prohibited|forbidden|banned)\\b"
              + "|\\b(?:is|are)\\s+not\\s+(?:to|permitted|allowed|entitled)\\b)|\\b(?:may\\s+not|may\\s+be\\s+no|(?i:shall|must|will)\\s+be\\s+no)\\b|"
              + OPERATIVE
              + "(?:prohibits|forbids)\\b)"
              + "|((?i:\\bshould\\s+not\\b))"
              + "|((?i:\\bshould\\b|\\b(?:(?:shall|will|must)\\s+)?(?:endeavou?rs?|strives?|seeks?|aims?|intends?|plans?|hopes?|wish(?:es)?)\\s+to\\b"
              + "|\\b(?:(?:shall|will|must)\\s+)?(?:is|are|be|stands?|remains?)\\s+(?:ready|prepared|willing)\\s+to\\b"
              + "|\\b(?:express(?:es)?|declares?|affirms?|reaffirms?)\\s+(?:its|their)\\s+(?:readiness|willingness|intention)\\s+to\\b"
              + "|\\b(?:(?:shall|will|must)\\s+)?"
              + EFFORTS
              + "\\b(?:\\s+to\\b)?)|"
              + OPERATIVE
              + "(?:calls_(?:up)?on|urges|requests|encourages|invites|recommends|appeals_to|asks|exhorts)\\b"
              + UNBOUND
              + ")"
              + "|((?i:\\b(?:(?:shall|will|must)_not_be|(?:is|are)_not)\\s+(?:required|obliged|bound)\\s+to\\b"
              + "|\\b(?:shall_be|is|are)\\s+(?:entitled|free|permitted|allowed)\\s+to\\b"
              + "|\\b(?:shall_have|has|have)\\s+the\\s+right\\s+to\\b)|\\bmay\\b|"
              + OPERATIVE
              + "(?:authori[sz]es|permits)\\b)"
              + "|((?i:\\b(?:is|are|shall_be)"
              + ADVERB
              + "\\s+(?:obliged|required|bound)\\s+to\\b"
              + "|\\bshall(?!\\s+(?:mean|have_the_(?:following_)?meaning|be_(?:understood|construed|interpreted|deemed|final|binding|equally_authentic)"
              + "|(?:enter|come)_into_force|remain_in_force|take_effect)\\b)\\b"
              + "|\\bmust\\b|\\b(?:is|are)\\s+to\\b(?!\\s+(?:the|an?|this)\\b)"
              + "|\\b(?:undertakes?|agrees?|pledges?|commits?(?:\\s+(?:itself|themselves))?)(?:\\s+to\\b|(?=\\s*:\\s*$))"
              + "|\\b(?:obligation|duty)\\s+to\\b)|(?<![Tt]he\\s|its\\s|own\\s|free\\s|good\\s)\\bwill\\b|"
              + OPERATIVE
              + "(?:(?:demands|requires)\\b"
              + UNBOUND
              + "|decides(?=_to\\b)))");

  private static final Pattern SOFTENER =
      WordPattern.pattern(
          "\\b(?:as_far_as_(?:is_)?possible|to_the_extent_(?:possible|feasible)|(?:where|when|if)(?:ever)?_(?:possible|feasible|appropriate)"
              + "|in_principle)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AT_DISCRETION =
      WordPattern.pattern(
          "\\bat_(?:its|their|his)_(?:sole_|own_)?discretion\\b", Pattern.CASE_INSENSITIVE);

  private static final String NUMBER =
      "(?:\\d{1,6}|" + Numbers.WORD + ")(?:\\s*\\(\\s*[\\p{L}\\d -]{1,20}\\s*\\))?";

  private static final String LENGTH =
      "(?<count>"
          + NUMBER
          + ")[\\s-]+(?:(?<sort>calendar|working|business|consecutive)\\s+)?"
          + "(?<unit>second|minute|hour|day|week|month|year)s?\\b";

  private static final String EVENT_WORDS =
      "(?<event>(?:the\\s+|its\\s+|their\\s+|such\\s+|this\\s+|that\\s+|a\\s+|an\\s+)?"
          + "(?:[\\p{L}'-]+(?:al|ive|ic|ed)\\s+(?!(?:of|by|and|or|in|into|on|to|at|with|shall|may|is|are)\\b))?"
          + "[\\p{L}'-]+(?:\\s+(?:of|into|by)\\s+(?:the\\s+|this\\s+|its\\s+)?[\\p{L}'-]+){0,3})";

  private static final String EVENT =
      "(?:\\s+(?:of|after|from|following|before|prior_to)\\s+" + EVENT_WORDS + ")?";

  private static final Pattern PERIOD =
      WordPattern.pattern(
          "\\b(?<opening>within|by_no_later_than|no_later_than|not_later_than|no_more_than|not_more_than|at_most"
              + "|in|after|every|for(?:_(?:up_to|not_more_than|no_more_than|(?:not_|no_)?longer_than))?|at_least)\\s+"
              + "(?:an?\\s+(?:(?:initial|further|additional|renewable|total)\\s+)?(?:period|term)\\s+of\\s+|an?\\s+(?:initial|further|additional)\\s+|the\\s+(?:first|next|following)\\s+)?"
              + LENGTH
              + "(?:\\s+at_the_latest)?"
              + EVENT,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COUNTED =
      WordPattern.pattern(
          "(?<![\\p{L}\\p{Nd}-])" + LENGTH + "\\s+(?:after|from|following)\\s+" + EVENT_WORDS,
          Pattern.CASE_INSENSITIVE);

  private static final String MOMENT =
      "(?:signature|signing|ratification|entry|approval|adoption|completion|receipt|expiry|expiration|deposit"
          + "|notification|establishment|arrival|termination|conclusion|acceptance|withdrawal|verification"
          + "|confirmation|publication|announcement)";

  private static final Pattern UPON =
      WordPattern.pattern(
          "\\b(?:upon|on_the_(?:day|date)_of|as_(?:of|from)_the_(?:day|date)_of|with_effect_from)\\s+"
              + "(?=(?:(?:the|its|their|such|this|that)\\s+)?(?:[\\p{L}-]+\\s+)?"
              + MOMENT
              + "\\b)"
              + EVENT_WORDS,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RECURRING =
      WordPattern.pattern(
          "\\b(?:(?:on_an?_)?(?<every>daily|weekly|fortnightly|monthly|quarterly|half-yearly|semi-?annually|yearly|annually"
              + "|annual(?=_(?:basis|report|meeting|review|session|conference|instal|payment|contribution|tranche))|(?:every|each)_(?<other>other_|second_)?"
              + "(?:day|week|fortnight|month|quarter|year))\\b(?!_(?:life|lives|needs|allowance|bread)\\b)(?:_basis\\b)?"
              + "|(?<times>once|twice|thrice|(?:\\d{1,3}|"
              + Numbers.WORD
              + ")_times)_(?:in_)?(?:an?|per|each|every)_(?<per>day|week|month|quarter|year)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE_DATE =
      WordPattern.pattern(
          "\\b(?<opening>by_no_later_than|no_later_than|not_later_than|by|before|until|on|from|as_of|after|starting(?:_from|_on)?)"
              + "\\s+(?:the\\s+)?(?:end\\s+of\\s+)?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBERED_DAY =
      WordPattern.pattern(
          "\\b(?:(?<opening>by_no_later_than|no_later_than|not_later_than|at_the_latest(?:_on|_by)?|by|before|until|on|from|starting_on|starting_from)\\s+)?"
              + "(?:the\\s+)?(?:(?:day\\s+|D(?:-Day)?\\s?\\+\\s?)(?<day>\\d{1,4})"
              + "|(?<nth>\\d{1,3}(?=(?:st|nd|rd|th)\\b)|"
              + Numbers.ORDINAL
              + ")(?:st|nd|rd|th)?_day(?=_(?:after|from|following|before)\\b))"
              + EVENT
              + "(?<latest>\\s+at_the_latest)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AT_ONCE =
      WordPattern.pattern(
          "\\b(?:(immediate(?:ly)?(?!_(?:family|vicinity|relatives|neighbou?rs?))|forthwith|at_once|with_immediate_effect)"
              + "|without_(?:undue_|any_)?delay|promptly|as_soon_as_possible|in_due_course|expeditiously"
              + "|in_a_timely_manner|at_the_earliest_opportunity)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MARKER =
      WordPattern.pattern(
          "^\\s*(?:where|when|once|should)\\b|\\b(?:whenever|(?:only_)?if(?!\\s+(?:possible|necessary|appropriate|any))|unless|provided_that|on_(?:the_)?condition_that"
              + "|subject_to|in_case(?:_of)?|in_the_event_(?:of|that)|except|with_the_exception_of"
              + "|only_(?:when|after|once)|(?:as|so)_long_as|save(?:_(?:as|for|that|where|when|if|in|with))|other_than|apart_from"
              + "|in(?:_so_far|sofar)_as|to_the_extent_that|without_prejudice_to|until_such_time_as|excluding)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern INSERTED =
      WordPattern.pattern(
          "(?:if|unless|whenever|subject_to|in_case|in_the_event|in(?:_so_far|sofar)_as|to_the_extent|(?:as|so)_long_as|without_prejudice|other_than).*",
          Pattern.CASE_INSENSITIVE);

  private static final String SHARE =
      "(?:(?:simple|absolute|qualified|special|two[- ]thirds|three[- ](?:quarters|fourths|fifths))_)?";

  private static final Pattern DECISION =
      WordPattern.pattern(
          "\\b(?:by_(?:(?:mutual_)?consensus|unanimity|(?:an?_)?unanimous_(?:vote|decision|agreement|consent)"
              + "|(?:(?:an?|the)_)?"
              + SHARE
              + "majority(?:_(?:vote|decision)|_of_(?:(?:the|its|their|all|both)_)*(?:two[- ]thirds"
              + "|votes|members|parties|representatives|those)(?:_(?:cast|present(?:_and_voting)?))?)?)"
              + "|unanimously|(?:automatically|tacitly)|by_(?:(?:mutual|written|common)_)*(?:agreement|accord)|(?:"
              + "with(?:out)?_(?:the_|their_|its_)?(?:(?:prior|express|explicit|written|mutual|previous)_)*"
              + "(?:consent|approval|authori[sz]ation|permission|concurrence)|(?:in|after)_(?:prior_)?consultation_with"
              + "|after_(?:having_)?(?:notif(?:ying|ied)|informing|informed|consulting|consulted)"
              + "|in_agreement_with|at_the_request_of|under_(?:the_)?(?:supervision|monitoring|observation|control|auspices)_(?:of|by))"
              + "(?:(?:_of)?_(?:(?:(?:the|its|their|both|all|each|either|an?|any)_)?(?:(?:other|host)_)?(?:part(?:y|ies)|(?-i:\\p{Lu}[\\p{L}'-]*(?:_(?:of_(?:the_)?)?\\p{Lu}[\\p{L}'-]*)*))|the_(?:other|latter|former|others)))?)(?![\\p{L}-])",
          Pattern.CASE_INSENSITIVE);

  /// Words of an event, up to those that begin something else.
  private static final String EVENT_PHRASE =
      "[\\p{L}'-]+(?:_(?!(?:by|with|under|in|on|to|at|and|or|shall|may|must|will|should|unless|if|who|which|that|before|after"
          + "|until|within|provided|subject|without)\\b)[\\p{L}'-]+){0,8}";

  private static final String DETERMINER = "(?:the|its|their|such|this|that|an?|all|any|each|both)";

  /// "Bring a dispute before the Court" is no order of events.
  private static final Pattern ORDER =
      WordPattern.pattern(
          "\\b(?:(?:before(?!_(?:(?:the|an?|any|its)_)?(?:[\\p{L}-]+_){0,2}(?:courts?|tribunals?|commission|committee|council|panel|judges?|assembly"
              + "|parliament|chamber|body|board)\\b)|prior_to|after|(?<!\\bthe\\s)following|until|pending|during|throughout|as_soon_as"
              + "|(?:up)?on_(?:the_)?completion_of)_(?:"
              + DETERMINER
              + "_|(?="
              + MOMENT
              + "\\b))"
              + EVENT_PHRASE
              + "|before_(?:winter|spring|summer|autumn)\\b|until_further_notice\\b|simultaneously\\b|at_the_same_time\\b|in_parallel\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OPENING =
      WordPattern.pattern(
          "^(?:in|to|for|upon|at|on|under|pursuant|during|following|after|before|by|with|without|notwithstanding|where|when"
              + "|from|until|pending|throughout|simultaneously|based|once|as)\\b[^,]*,\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONJUNCTION =
      WordPattern.pattern(
          "^[\\s,;]*(?:(?:and|or|but|nor|that|then|as_well_as|(?:(?:also|further)_)*(?:decides|demands|requires|(?:re)?affirms)(?=_that))\\b[\\s,]*)*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOBODY =
      WordPattern.pattern("^(?:no|neither|none|nothing)\\b", Pattern.CASE_INSENSITIVE);

  /// "An award is binding and" must be carried out.
  private static final Pattern VERB_BEFORE =
      WordPattern.pattern("\\s(?:is|are|was|were|has|have|had)\\s.*\\s(?:and|but|or)$");

  private static final Pattern PASSIVE =
      WordPattern.pattern("^\\s*(?:\\p{L}+ly\\s+)?be\\b|\\bbe$", Pattern.CASE_INSENSITIVE);

  /// Nouns after "by" that say how or when, and not who.
  private static final String MANNER =
      "(?:end|beginning|middle|close|time|dates?|days?|weeks?|months?|years?|deadline|winter|spring|summer|autumn|means|way|ways"
          + "|method|vote|ballot|majority|laws?|decrees?|letters?|notice|notes?|act|use|exchange|consensus|consent|treat(?:y|ies)"
          + "|amount|rate|percentage|third|quarter|half|factor|same|following|fact|hand|force|reference|virtue|default|proxy"
          + "|[\\p{L}-]*(?:ment|tion|sion|ance|ence|ing|ity))\\b(?<!\\b(?:government|mission|commission|delegation|organi[sz]ation"
          + "|administration|contingent|authority|institution|federation|association|coalition|corporation|population|community))";

  /// A word that ends the name of those who act.
  private static final String STOP =
      "(?:of|and|or|in|into|on|to|at|with|within|from|for|under|upon|without|before|after|until|by|as|that|which|who|when"
          + "|where|if|unless|except|through|during|between|among|against|not|is|are|be|shall|may|must|will|\\p{L}+ed)\\b";

  private static final Pattern AGENT =
      WordPattern.pattern(
          "\\bby\\s+((?:the|each|both|all)\\s+(?:\\p{Lu}[\\p{L}'-]*|part(?:y|ies)|sides?|governments?)"
              + "(?:\\s+(?:(?:of|and|the)\\s+)*\\p{Lu}[\\p{L}'-]*)*"
              + "|\\p{Lu}[\\p{L}'-]*(?:\\s+(?:(?:of|and|the)\\s+)*\\p{Lu}[\\p{L}'-]*)*"
              + "|(?:the|an?|each|either|both|all|its|their|another)\\s+(?!(?:(?!"
              + STOP
              + ")[\\p{L}-]+_){0,2}"
              + MANNER
              + ")\\p{Ll}[\\p{L}'-]*(?:_(?!"
              + STOP
              + ")[\\p{L}'-]+){0,3})");

  /// Those whom a resolution addresses: "calls upon the parties to".
  private static final Pattern ADDRESSED =
      WordPattern.pattern(
          "^\\s+that\\s+((?:(?:the|all|both|each)\\s+)?[\\p{L}'-]+)"
              + "|^\\s+((?:(?:the|all|both|each|any)\\s+)?\\p{L}[\\p{L}'-]*(?:\\s+(?!to\\b)[\\p{L}'-]+){0,7}?)\\s+to\\b");

  private static final Pattern ADDRESSES =
      WordPattern.pattern(
          "(?:calls_(?:up)?on|urges|requests|encourages|invites|appeals_to|asks|exhorts|authori[sz]es|permits|demands|requires)$",
          Pattern.CASE_INSENSITIVE);

  private static final String QUOTED = "[\"']([^\"'\\n]{2,60})[\"']";

  private static final Pattern DEFINITION =
      WordPattern.pattern(
          "(?:hereinafter|hereafter|henceforth|referred_to_as|known_as|\\((?:the|each_an?|an?)?)\\s*(?:referred_to_as\\s+)?(?:the\\s+|an?\\s+)?"
              + QUOTED
              + "|"
              + QUOTED
              + "\\s+(?:means|shall_mean|includes|refers_to|shall_have_the_(?:following_)?meaning|is)\\b"
              + "|^(?:\\([a-z0-9]+\\)\\s*)?(?:The_)?(\\p{Lu}[\\p{L}\\s-]{1,50}?)\\s+(?:means|shall_mean|shall_have_the_(?:following_)?meaning)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TERM =
      WordPattern.pattern(
          "(?:\\b(?:the|a|an|each|any|every|such|that)\\s+)(\\p{Lu}\\p{Ll}+(?:[ -]\\p{Lu}\\p{Ll}+){0,3}+)\\b(?!\\s+(?:of|on|for)\\b)");

  private static final Pattern LOWER = WordPattern.pattern("(?<![\\p{L}\"'])\\p{Ll}{3,}");

  private static final String LABEL =
      "(?:\\d+(?:\\.\\d+)*(?:\\s?bis|\\s?ter)?|[IVXLC]+\\b|[A-Z]\\b)";

  private static final String PART = "(?:\\s?\\((?:\\p{Ll}{1,4}|\\d{1,3})\\))*";

  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\b(?i:(articles?|paragraphs?|points?|sub-?paragraphs?|items?|annex(?:es)?|chapters?|sections?|parts?))\\s+"
              + "("
              + LABEL
              + PART
              + "|\\((?:\\p{Ll}{1,4}|\\d{1,3})\\))"
              + "((?:\\s*(?:,|and|or|to|-|through)\\s*"
              + LABEL
              + PART
              + ")*)"
              + "(?:\\s+(?:of|in|to)\\s+(?i:article)\\s+("
              + LABEL
              + "))?"
              + "(\\s+(?:of|to)\\s+(?:this|the\\s+present)\\b)?"
              + "(\\s+(?:of|to)\\s+(?:(?:the|that|its|such)\\s+)?[\\p{L}\\d])?");

  private static final Pattern ARTICLE_BEFORE =
      Pattern.compile("\\b(?i:article)\\s+(" + LABEL + ")\\s*,\\s*$");

  private static final Pattern PART_AFTER =
      Pattern.compile("\\s*,\\s*(?i:paragraphs?|points?|sub-?paragraphs?|items?)\\s");

  private static final Pattern UNNUMBERED =
      Pattern.compile(
          "\\b(?i:sub-?paragraph\\s+(\\d{1,2})|(first|second|third|fourth|fifth)\\s+(?:sub-?)?paragraph)\\s+of\\s+(?i:article)\\s+("
              + LABEL
              + ")");
  private static final Pattern ONE = Pattern.compile("(" + LABEL + ")(" + PART + ")");

  private static final String MONEY =
      "(?:(?:US|A|C)?\\$|[€£¥]|(?-i:USD|EUR|GBP|CHF|JPY|CNY|RUB|UAH|SDR|XDR|INR|TRY|ILS|EGP|ETB|SDG|COP|CAD|AUD|NOK|SEK|DKK"
          + "|PLN|KRW|BRL|ZAR|NGN|KES|AED|SAR|QAR|IQD|LYD|AMD|AZN|GEL|MDL)(?!\\p{L}))";

  private static final String BOUND =
      "(?:not|no)_more_than|not_(?:to_exceed|exceeding)|up_to(?:_an?_(?:total|maximum|limit)_of)?|at_most|an?_maximum_of|fewer_than|less_than|under|below"
          + "|(?:not|no)_(?:less|fewer)_than|at_least|an?_minimum_of|more_than|over|exceeding|above|in_excess_of";

  private static final String UNIT =
      "(?:(?:thousand|million|billion)_)?(?:(?:US_)?dollars?|euros?|pounds?|francs?|roubles?|rubles?|hryvnias?)|%|per_cent|percent|kilomet(?:er|re)s?|km|met(?:er|re)s?|m|millimet(?:er|re)s?|mm|kilograms?|kg|tonnes?|tons?"
          + "|miles?|hectares?|seconds?|minutes?|hours?|(?:(?:calendar|working|business)_)?days?|weeks?|months?"
          + "|years?|million|thousand|billion";

  private static final Pattern FIGURE =
      WordPattern.pattern(
          "(?:\\b(?<bound>"
              + BOUND
              + ")\\s+)?(?:(?<![\\p{L}-])(?:(?<part>an?|one|two|three|four|five|six|seven|eight|nine)[ -])?"
              + "(?<whole>half|(?:third|quarter|fourth|fifth|sixth|eighth|tenth)s?)(?=_of\\b)|(?:(?<money>"
              + MONEY
              + ")\\s?)?(?:(?<digits>"
              + ClauseFigures.DIGITS
              + ")|(?<![\\p{L}-])(?<number>"
              + Numbers.WORD
              + ")(?![\\p{L}-]))"
              + "(?:\\s*\\(\\s*(?:\\d+|"
              + Numbers.WORD
              + ")\\s*\\))?"
              + "(?:[\\s-]*(?<unit>"
              + UNIT
              + ")(?!\\p{L}))?(?!\\p{L}))",
          Pattern.CASE_INSENSITIVE);

  static final EnglishClauses WORDS = new EnglishClauses();

  private static final Pattern NO_VERB =
      Pattern.compile(
          "be|been|have|to|that|not|\\p{Nd}.*|\\p{L}+ly|also|only|always|further|all|any|every|each|the|an?|its|their|from"
              + "|full|unrestricted|unlimited|unimpeded|unhindered|unfettered|unconditional|immediate|free");

  private static final SentenceWords SENTENCES =
      new SentenceWords(
          ABBREVIATED,
          BOUNDARY,
          Pattern.compile("\\b(?:who|which|that|whose|where|as)\\b"),
          COMMAND,
          MEASURE,
          FINITE,
          DEFINING,
          NO_VERB);
  private static final ModalWords MODALS = new ModalWords(MODAL, SOFTENER, AT_DISCRETION);
  private static final ClockWords CLOCKS =
      new ClockWords(
          PERIOD,
          BEFORE_DATE,
          NUMBERED_DAY,
          COUNTED,
          UPON,
          AT_ONCE,
          Pattern.compile("(?i)^(?:the|its|their)\\s"),
          EnglishClauses::kind,
          EnglishClauses::kindOfDate,
          each -> each,
          Pattern.compile("working|business"));
  private static final ConditionWords CONDITIONS =
      new ConditionWords(
          MARKER,
          INSERTED,
          WordPattern.pattern(
              "except|with_the_exception_of|save.*|other_than|apart_from|excluding",
              Pattern.CASE_INSENSITIVE),
          DECISION,
          ORDER,
          Map.of(
              said(
                  "in_case(?:_of)?|in_the_event_(?:of|that)|provided_that|on_(?:the_)?condition_that"),
              "if",
              said("prior_to"),
              "before",
              said("following"),
              "after",
              said("in_writing"),
              "written"),
          Set.of("a", "an", "the", "by", "in", "of", "it", "its", "is", "are", "be", "so", "that"));
  private static final RecurrenceWords RECURRENCES =
      new RecurrenceWords(RECURRING, EnglishClauses::period);
  private static final SubjectWords SUBJECTS =
      new SubjectWords(
          OPENING,
          CONJUNCTION,
          NOBODY,
          VERB_BEFORE,
          Pattern.compile("^There\\s"),
          Pattern.compile("(?i)^(?:each\\s+of|both|all|each)\\s+"),
          Pattern.compile("\\s*,\\s*(?:and\\s+|or\\s+)?|\\s+(?:and|or)\\s+"),
          Pattern.compile("(?!)"),
          Set.of("the", "a", "an", "and", "no", "neither", "nor"));
  private static final TermWords TERMS = new TermWords(DEFINITION, TERM, LOWER);
  private static final ReferenceWords REFERENCES =
      new ReferenceWords(REFERENCE, ARTICLE_BEFORE, PART_AFTER, ONE, UNNUMBERED);
  private static final BoundWords BOUNDS =
      new BoundWords(
          WordPattern.pattern("fewer_than|less_than|under|below"),
          WordPattern.pattern("more_than|over|exceeding|above|in_excess_of"),
          WordPattern.pattern("(?:not|no)_(?:less|fewer)_than|at_least|an?_minimum_of"));
  private static final FigureWords FIGURES =
      new FigureWords(FIGURE, EnglishClauses::unit, EnglishClauses::part, BOUNDS);
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          SENTENCES,
          MODALS,
          CLOCKS,
          RECURRENCES,
          CONDITIONS,
          SUBJECTS,
          TERMS,
          REFERENCES,
          FIGURES,
          EnglishScope.WORDS,
          EnglishPhrases.WORDS);

  private EnglishClauses() {}

  private static Pattern said(String words) {
    return WordPattern.pattern("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  private static ClockKind kind(String opening) {
    return switch (opening) {
      case "after" -> ClockKind.START;
      case "every" -> ClockKind.FREQUENCY;
      case "atleast" -> ClockKind.TERM;
      default -> opening.startsWith("for") ? ClockKind.TERM : ClockKind.DEADLINE;
    };
  }

  private static ClockKind kindOfDate(String opening) {
    return switch (opening) {
      case "on" -> ClockKind.DAY;
      case "from", "asof", "after", "starting", "startingfrom", "startingon" -> ClockKind.START;
      case "until" -> ClockKind.TERM;
      default -> ClockKind.DEADLINE;
    };
  }

  private static RecurringPeriod period(String word) {
    return switch (word.replaceFirst("^(?:every|each)(?:other|second)?", "")) {
      case "daily", "day" -> new RecurringPeriod(1, "day");
      case "weekly", "week" -> new RecurringPeriod(1, "week");
      case "fortnightly", "fortnight" -> new RecurringPeriod(2, "week");
      case "monthly", "month" -> new RecurringPeriod(1, "month");
      case "quarterly", "quarter" -> new RecurringPeriod(3, "month");
      case "half-yearly", "semi-annually", "semiannually" -> new RecurringPeriod(6, "month");
      default -> new RecurringPeriod(1, "year");
    };
  }

  private static int part(String word) {
    return switch (word.replaceFirst("s$", "")) {
      case "half" -> 2;
      case "third" -> 3;
      case "quarter", "fourth" -> 4;
      case "fifth" -> 5;
      case "sixth" -> 6;
      case "eighth" -> 8;
      default -> 10;
    };
  }

  private static String unit(String words) {
    return switch (words.replaceFirst("s$", "").replace(" ", "")) {
      case "$", "us$", "usd", "usdollar" -> "dollar";
      case "eur", "€" -> "euro";
      case "gbp", "£" -> "pound";
      case "ruble", "rub" -> "rouble";
      case "percent" -> "%";
      case "kilometer", "kilometre" -> "km";
      case "meter", "metre" -> "m";
      case "millimeter", "millimetre" -> "mm";
      case "kilogram" -> "kg";
      case "tonne", "ton" -> "t";
      default -> words.length() > 2 ? words.replaceFirst("s$", "") : words;
    };
  }

  @Override
  public Optional<Long> number(String words) {
    return Numbers.find(words);
  }

  @Override
  public long ordinal(String words) {
    return Numbers.ordinal(words);
  }

  /// Verbs that drafters use for one another.
  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("begin", "commence", "start", "initiate"),
          Set.of("consist", "compose", "comprise"),
          Set.of("end", "terminate", "stop", "cease", "discontinue", "halt"),
          Set.of("release", "free", "liberate"),
          Set.of("provide", "supply", "furnish", "deliver"),
          Set.of("inform", "notify", "advise"),
          Set.of("ensure", "guarantee", "secure", "assure"),
          Set.of("establish", "create", "set", "constitute", "found"),
          Set.of("submit", "present", "transmit", "deliver", "send"),
          Set.of("meet", "convene", "assemble"),
          Set.of("implement", "execute", "perform", "carry", "fulfil", "fulfill"),
          Set.of("give", "grant", "accord"),
          Set.of("assist", "help", "aid"),
          Set.of("investigate", "examine"),
          Set.of("withdraw", "pull", "remove"),
          Set.of("respect", "observe", "honour", "honor", "comply"),
          Set.of("adopt", "enact", "pass"),
          Set.of("share", "divide", "split", "apportion"),
          Set.of("settle", "resolve"),
          Set.of("appoint", "name", "designate"));

  @Override
  public boolean isAlike(String one, String other) {
    return ALIKE.stream().anyMatch(each -> isIn(each, one) && isIn(each, other));
  }

  /// Whether a verb is among some, in any of its forms: "shared", "submitted", "carries".
  private static boolean isIn(Set<String> verbs, String word) {
    return verbs.contains(word)
        || verbs.contains(word.replaceFirst("(?:e?s|ed)$", ""))
        || verbs.contains(word.replaceFirst("(?<=e)[ds]$", ""))
        || verbs.contains(word.replaceFirst("(\\p{L})\\1ed$", "$1"))
        || verbs.contains(word.replaceFirst("ie[ds]$", "y"));
  }

  @Override
  public Optional<WordSpan> doer(String measure) {
    Matcher doer = AGENT.matcher(measure);
    return doer.find() ? Optional.of(new WordSpan(doer.start(1), doer.end(1))) : Optional.empty();
  }

  @Override
  public Optional<WordSpan> agent(String modal, String after) {
    if (ADDRESSES.matcher(modal).find()) {
      Matcher addressed = ADDRESSED.matcher(after);
      return addressed.find()
          ? Optional.of(
              addressed.group(1) != null
                  ? new WordSpan(addressed.start(1), addressed.end(1))
                  : new WordSpan(addressed.start(2), addressed.end(2)))
          : Optional.empty();
    }
    if (!PASSIVE.matcher(after).find() && !modal.endsWith(" be")) {
      return Optional.empty();
    }
    Matcher agent = AGENT.matcher(after);
    return agent.find()
        ? Optional.of(new WordSpan(agent.start(1), agent.end(1)))
        : Optional.empty();
  }

  @Override
  public Optional<Modals.FoundModal> indicative(String words) {
    return EnglishIndicative.find(words);
  }

  @Override
  public Pattern use(String term) {
    return WordPattern.pattern(
        "(?<![\\p{L}\"'])" + Pattern.quote(term) + "(?:e?s)?(?![\\p{L}\"'])");
  }

  @Override
  public String head(String term) {
    String word = term.substring(Math.max(term.lastIndexOf(' '), term.lastIndexOf('-')) + 1);
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
  }

  @Override
  public boolean isUse(String used, Set<String> defined) {
    return defined.contains(used)
        || (used.endsWith("s") && defined.contains(used.substring(0, used.length() - 1)))
        || (used.endsWith("ies") && defined.contains(used.substring(0, used.length() - 3) + "y"))
        || defined.contains(used + "s");
  }

  @Override
  public String label(String number) {
    return number;
  }

  @Override
  public String tag() {
    return "en";
  }

  @Override
  public Vocabulary vocabulary() {
    return VOCABULARY;
  }
}
