package org.parley.clause;

import java.util.regex.Pattern;
import org.parley.clause.ClauseLanguage.PhraseWords;

/// Restrictions, examples, members of bodies and recipients, in French.
final class FrenchPhrases {

  private static final int LETTERS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final String LISTED =
      "(?:énumérée?s?|mentionnée?s?|indiquée?s?|désignée?s?|visée?s?|située?s?|stationnée?s?|déployée?s?|figurant)";

  private static final Pattern RESTRICTION =
      words(
          "(?<=[\\p{L}\\p{Nd}'\");]\\s)(?:(?<!\\b(?:ce|celui|celle|ceux|celles)\\s)(?:qui|dont)\\b"
              + "|(?:(?:dans|sur|sous|par|pour)_)?(?:auquel|duquel|(?:l[ae]s?|aux|des)?quel(?:le)?s?)\\b"
              + "|(?<!\\b(?:est|sont|être|été|et|ou)\\s)"
              + LISTED
              + "_(?:à|aux?|dans|sur|par|en)\\b)[^,;]*");

  private static final Pattern EXAMPLE =
      words(
          "(?:[,(]\\s*)?\\b(?:y_compris|notamment|par_exemple|tel(?:le)?s?_que?|en_particulier)\\b[^,;)]*"
              + "(?:,(?!_(?:à|aux?|dans|sur|par|pour|sous|avec|sans|avant|après|si|qui|dont|doi(?:t|vent)|peu(?:t|vent))\\b)(?=[^;]{0,200}\\b(?:et|ou)\\b)[^,;)]*)*");

  private static final Pattern MEMBERS =
      words(
          "\\b(?:composée?s?_(?:de_|d'|du_|des_)|se_compose(?:nt)?_(?:de_|d'|du_|des_)|comprend_|comprendra_)(?<phrase>[^;]*)");

  private static final String NAME =
      "(?-i:\\p{Lu}[\\p{L}'-]*(?:_(?:(?:de|du|des|la)_|d')*\\p{Lu}[\\p{L}'-]*)*)";

  private static final String BODY =
      "(?:autres?_)?(?:parties?|gouvernements?|ministres?|parlements?|garants?|médiateurs?|commission|comité|conseil|tribunal"
          + "|secrétariat|public|membres|autorités?|familles?|états?)\\b";

  private static final Pattern RECIPIENT =
      words(
          "\\b(?:rend(?:ent|re|ra)?_compte|fai(?:t|re)_rapport|présent|soum|transm|adress|communiqu|remi[st]|remett|notifi|fourni|envo[iy]|signal)\\p{L}*\\b[^,;]{0,200}?"
              + "_(?:à_(?:la_|l')?|aux?_)(?<phrase>(?:(?:chacune?|chaque|toutes?|tous|deux)_(?:les_|des_)?)*(?:"
              + NAME
              + "|"
              + BODY
              + "))");

  static final PhraseWords WORDS =
      new PhraseWords(
          RESTRICTION, EXAMPLE, MEMBERS, RECIPIENT, words("\\b(?:qui|laquelle|lequel)\\b"));

  private FrenchPhrases() {}

  private static Pattern words(String words) {
    return WordPattern.pattern(words, LETTERS);
  }
}
