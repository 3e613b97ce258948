package org.parley.clause;

import java.util.regex.Pattern;
import org.parley.clause.ClauseLanguage.PhraseWords;

/// Restrictions, examples, members of bodies and recipients, in English.
final class EnglishPhrases {

  /// A clause after one of these says what is ensured, and not which of them.
  private static final String NO_NOUN =
      "(?<!\\b(?:ensur|guarante|agre|provid|requir|demand|decid|declar|stat|find|show|confirm|certif|verif|recogni[sz]|acknowledg"
          + "|affirm|not|alleg|believ|consider|conclud|prov|mean|inform|satisf|request|propos|determin|establish|report|assur|notif)"
          + "(?:e|es|s|ed|ing|y|ies|ied)?\\s)"
          + "(?<!\\b(?:where|when|if|unless|because|as|once|since|whether|how|while|so|such|in|at|to|of|on|for|by|with|from|and|or|but|than|extent|event|condition|fact|effect|grounds?"
          + "|understanding|view|notice|assurances?|after|before|until|during|under|it|them|all|found|shown|given|be|is|are)\\s)";

  private static final String LISTED =
      "(?:listed|specified|described|enumerated|named|identified|designated|mentioned|referred_to|set_out|located|situated"
          + "|stationed|deployed|shown|marked)";

  private static final String PARTICIPLE =
      "(?="
          + LISTED
          + ")(?<!\\b(?:be|is|are|was|were|been|and|or|to|shall|may|must|will|as)\\s)(?<!ly\\s)"
          + LISTED
          + "_(?:in|on|under|at|within|along|near|as|below|above|for)\\b";

  private static final Pattern RESTRICTION =
      WordPattern.pattern(
          "\\b(?=wh(?:o|om|ose|ich)\\b|that\\b|(?:in|on|to|from|by|with|under|over|for|at|through)_wh|"
              + LISTED
              + ")(?<=[\\p{L}\\p{Nd}'\");]\\s)(?:(?<!of\\s)(?:(?:in|on|to|from|by|with|under|over|for|at|through)_)?(?<!of\\s)(?:whom|whose|which)\\b|who\\b|"
              + NO_NOUN
              + "that_(?:(?:is|are|was|were|has|have|had|do|does|did|it|they|he|she)\\b|(?:the|an?|each|either|any|its|their|\\p{Lu})[^,;]|(?=\\p{Ll}{3,}s_)"
              + "|(?<=\\p{L}s\\sthat\\s)\\p{Ll})|"
              + PARTICIPLE
              + ")(?:(?!\\b"
              + PARTICIPLE
              + ")[^,;])*");

  /// The words that introduce examples, up to a comma that no further example follows.
  private static final Pattern EXAMPLE =
      WordPattern.pattern(
          "(?:[,(]\\s*)?\\b(?:including(?:_but_not_limited_to)?|for_(?:example|instance)|such_as|inter_alia|in_particular|e\\.g\\.)(?=[\\s,])"
              + "[^,;)]*(?:,(?!_(?:to|in|on|at|by|with|for|from|under|within|before|after|until|unless|if|provided|subject|which|who|where|as|it"
              + "|(?:and_)?(?:shall|may|must|will|should|is|are|not))\\b)(?=[^;]{0,200}\\b(?:and|or)\\b)[^,;)]*)*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MEMBERS =
      WordPattern.pattern(
          "\\b(?:(?:composed|made_up|comprised|formed)_of|consist(?:s|ing)?_of|compris(?:es?|ing))_(?<phrase>[^;]*)",
          Pattern.CASE_INSENSITIVE);

  private static final String NAME =
      "(?-i:(?!(?:Article|Annex|Protocol|Agreement|Chapter|Part|Section|Paragraph|Point|Treaty|Convention|Charter|Schedule|Zone|Appendix)s?\\b)"
          + "\\p{Lu}[\\p{L}'-]*(?:_(?:(?:of|for|the|and)_)*\\p{Lu}[\\p{L}'-]*)*)";

  private static final String BODY =
      "(?:(?:other|host|joint|competent|national|local|relevant|respective)_)*(?:part(?:y|ies)|sides?|governments?|ministers?|ministr(?:y|ies)"
          + "|parliaments?|guarantors?|mediators?|chair(?:person|man)?|secretar(?:y|iat)|commission|committee|council|courts?|tribunal|board|team"
          + "|mission|group|depositary|observers?|public|press|members|authorit(?:y|ies)|bod(?:y|ies)|famil(?:y|ies)|states?|delegations?)\\b";

  private static final String WHOM =
      "(?<phrase>(?:(?:the|an?|its|their|both|all|each|every|either|any)_)*(?:of_the_)?(?:"
          + NAME
          + "|"
          + BODY
          + "))";

  private static final Pattern RECIPIENT =
      WordPattern.pattern(
          "\\b(?:(?:report|submit|send|sent|transmit|deliver|communicat|present|address|provid|forward|furnish|refer|convey|hand|announc|surrender"
              + "|(?:make|makes|making)_(?:[\\p{L}-]+_){1,4}available|made_available)(?:t?ed|r?ed|s|es|e|ing)?\\b[^,;]{0,200}?_to_|(?:notif(?:y|ies)|inform|advis|consult)(?:e|es|s)?_)"
              + WHOM
              + "(?!_(?:the_)?(?:withdraw|implement|suspend|use|open|close)\\b)",
          Pattern.CASE_INSENSITIVE);

  static final PhraseWords WORDS =
      new PhraseWords(
          RESTRICTION,
          EXAMPLE,
          MEMBERS,
          RECIPIENT,
          WordPattern.pattern("\\b(?:who|which|whom)\\b"));

  private EnglishPhrases() {}
}
