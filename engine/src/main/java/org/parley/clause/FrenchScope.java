package org.parley.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.parley.clause.ClauseLanguage.ScopeWords;
import org.parley.clause.ClauseLanguage.Sense;

/// How far clauses reach, in French, and further acts of one norm.
final class FrenchScope {

  private static final int LETTERS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  static final ScopeWords WORDS =
      new ScopeWords(
          List.of(
              sense("always", "à_tout_moment|en_tout_temps|en_toutes_circonstances"),
              sense(
                  "unconditional",
                  "inconditionnel(?:le)?(?:s|ment)?|sans_(?:aucune_)?conditions?(?:_préalables?)?"),
              sense(
                  "unrestricted",
                  "illimitée?s?|librement|sans_(?:aucune_)?(?:restrictions?|entraves?|limitations?)"),
              sense("without exception", "sans_(?:aucune_)?exceptions?"),
              sense(
                  "all",
                  "(?<!\\b(?:en|avant|après|par|du|pas|à)\\s)(?:tout(?!_(?:en|d'abord|particulièrement|autre(?!s?_\\p{L}+)))|toute|tous|toutes)"),
              sense(
                  "full",
                  "(?<!\\b(?:en|de)\\s)pleine?s?|pleinement|complète?s?|complet|complètement|entière?s?|entièrement|intégral(?:e|es|ement)?"
                      + "|intégraux|en_totalité|dans_(?:son|leur)_intégralité"),
              sense("only", "exclusivement|uniquement|seulement"),
              sense("equal", "à_parts_égales|à_égalité"),
              sense("jointly", "conjointement|en_commun"),
              sense("separately", "séparément|individuellement|unilatéralement"),
              sense("irrevocable", "irrévocable(?:s|ment)?"),
              sense("permanent", "en_permanence|à_titre_permanent|définitivement"),
              sense(
                  "temporary",
                  "provisoire(?:s|ment)?|temporaire(?:s|ment)?|à_titre_(?:provisoire|temporaire)"),
              sense("partial", "partiel(?:le)?(?:s|ment)?|en_partie"),
              sense("some", "certaine?s|quelques|plusieurs"),
              sense("most", "la_plupart"),
              sense("binding", "contraignante?s?"),
              sense("final", "(?<=\\b(?:est|sont|être|et)\\s)définiti(?:f|ve)s?"),
              sense("publicly", "publiquement"),
              sense("first", "en_priorité|en_premier(?:_lieu)?")),
          further());

  private FrenchScope() {}

  private static Sense sense(String sense, String words) {
    return new Sense(
        sense, WordPattern.pattern("(?<![\\p{L}-])(?:" + words + ")(?![\\p{L}-])", LETTERS));
  }

  /// "Sont vérifiés chaque année et publiés".
  private static Pattern further() {
    return WordPattern.pattern(
        "(?:\\bet|\\bou|,)_(?:\\p{L}+ment_)?(?:(?<done>\\p{L}{2,}ée?s?|remise?s?|transmise?s?|détruite?s?|rendue?s?)"
            + "(?=[\\s,;.]*$|[,;]|_(?:par|en|à|au|aux|dans|sous|avec|et|ou|pour|sans|avant|après)\\b)"
            + "|(?<does>assurer|appliquer|libérer|adopter|retirer|fournir|lancer|créer|établir|cesser|maintenir|soumettre"
            + "|notifier|publier|nommer|faciliter|désarmer|démanteler|interdire|garantir|respecter|promouvoir|restaurer"
            + "|reconnaître|lever|accorder|protéger|vérifier|dissoudre|intégrer|organiser|détruire|remettre|restituer"
            + "|informer|ouvrir|fermer|payer|abroger|prévenir))\\b",
        LETTERS);
  }
}
