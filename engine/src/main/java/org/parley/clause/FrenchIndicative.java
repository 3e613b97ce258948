package org.parley.clause;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Duties in the present and future indicative, as French treaties have them: "Les forces se
/// retirent", "Le Comité se réunira". In the present only verbs of acts count; in the future all
/// but those of a state.
final class FrenchIndicative {

  private static final String ACT =
      "cess|retir|libèr|ouvr|ferm|publi|nomm|cré|institu|remplac|adopt|assur|facilit|vers|financ|pai|inform"
          + "|notifi|communiqu|vérifi|contrôl|surveill|supervis|constat|tranch|statu|décid|convoqu|organis|dépos"
          + "|désarm|démantèl|cantonn|démobilis|intègr|réintègr|restitu|coopèr|collabor|respect|observ"
          + "|exécut|procèd|accord|délivr|lèv|renonc|consult|rédig|élabor|prépar|évacu|déploi|redéploi|regroup"
          + "|recens|enregistr|dress|ratifi|promulgu|recrut|gèr|administr|exerc|protèg|indemnis|rembours"
          + "|réhabilit|échang|livr|extrad|signal|transfèr|rapatri|confi|délègu|présid|examin|approuv"
          + "|neutralis|entrepos|stock";

  private static final String OTHER_PRESENT =
      "(?:réuni|établi|rétabli|garanti|fourni|rempli)(?:t|ssent)|(?:re|trans|sou)?met(?:tent)?|prend|prennent"
          + "|(?:main|sou)?tien(?:t|nent)|rend(?:ent)?|élit|élisent|(?:détrui|construi)(?:t|sent)"
          + "|poursui(?:t|vent)|dissou(?:t|dent)|conforme(?:nt)?|applique(?:nt)?";

  private static final String OF_ACT =
      "(?:cess|retir|libér|publi|nomm|cré|institu|remplac|adopt|assur|vers|inform|notifi|communiqu|vérifi"
          + "|contrôl|surveill|convoqu|organis|dépos|désarm|démantel|cantonn|démobilis|intégr|réintégr|restitu"
          + "|respect|exécut|accord|délivr|lev|évacu|déploy|redéploy|regroup|recens|enregistr|protég|échang|livr"
          + "|transfér|rapatri|confi|approuv|neutralis|entrepos|stock)é(?:e?s?)"
          + "|(?:ouvert|détruit|construit)(?:e?s?)|(?:réuni|établi|rétabli|garanti|fourni)(?:e?s?)"
          + "|(?:re|trans|sou)?mis(?:es?)?|maintenu(?:e?s?)|rendu(?:e?s?)";

  private static final String STATE =
      "(?:entr|comprendr|demeur|rest|commenc|dur|expir|figur|constitu|consist|étendr|vaudr|signifi|désign|aur|pourr"
          + "|devr|faudr|ser)";

  /// Not after an article or a preposition, where the same word is a noun.
  private static final String NO_NOUN =
      "(?<!\\b(?:la|les?|une?|des?|du|sans|en|par|pour|aux?|cet|cette|ce|leur|sa|son|ses|chaque|toute?)\\s)(?<![ld]')";

  private static final Pattern VERB =
      WordPattern.pattern(
          ("(?<not>\\bn(?:e\\s+|'))?(?<verb>\\b(?:s(?:e\\s+|'(?!applique)))?" + NO_NOUN + "\\b(?:")
              + ("(?:" + ACT + ")e(?:nt)?|" + OTHER_PRESENT)
              + ("|(?!" + STATE + "(?:er|i)?(?:a|ont)\\b)\\p{L}{2,}(?:[eiî]r|dr|tr|vr|rr)(?:a|ont)")
              + "|aur(?:a|ont)(?=_(?:accès|le_droit|l'obligation)\\b)"
              + ("|(?:est|sont|sera|seront)\\s+(?:\\p{L}+ment\\s+|également\\s+)?(?:"
                  + OF_ACT
                  + ")")
              + ")\\b)(?!-)(?!\\s+(?:effet|fin|cours)\\b)(?<none>\\s+(?:pas|plus|jamais|aucun)\\b)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /// Words between the subject and a verb of their own, and subjects that are texts.
  private static final Pattern NO_SUBJECT =
      WordPattern.pattern(
          "\\b(?:qui|que|dont|où|lequel|laquelle|lesquels|lesquelles|quand)\\b|\\bqu'|\""
              + "|^\\s*(?:l[ae]|les)_présent|^\\s*l'(?:accord|article|annexe)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private FrenchIndicative() {}

  /// The verb of a duty or a prohibition; empty for a statement.
  static Optional<Modals.FoundModal> find(String words) {
    Matcher verb = VERB.matcher(words);
    if (!verb.find() || NO_SUBJECT.matcher(words.substring(0, verb.start())).find()) {
      return Optional.empty();
    }
    boolean isNegated = verb.group("not") != null;
    if (isNegated && verb.group("none") == null) {
      return Optional.empty();
    }
    int end = isNegated ? verb.start("verb") : verb.start();
    return Optional.of(
        new Modals.FoundModal(
            new WordSpan(verb.start(), end), isNegated ? Deontic.PROHIBITION : Deontic.DUTY));
  }
}
