package org.parley.clause;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.parley.clause.ClauseLanguage.ScopeWords;

/// How far clauses reach, in French, and further acts of one norm.
final class FrenchScope {

  private static final int LETTERS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  static final ScopeWords WORDS = ScopeWords.of(words(), LETTERS, further());

  private FrenchScope() {}

  private static SequencedMap<String, String> words() {
    SequencedMap<String, String> words = new LinkedHashMap<>();
    words.put("always", "à_tout_moment|en_tout_temps|en_toutes_circonstances");
    words.put(
        "unconditional",
        "inconditionnel(?:le)?(?:s|ment)?|sans_(?:aucune_)?conditions?(?:_préalables?)?");
    words.put(
        "unrestricted",
        "illimitée?s?|librement|sans_(?:aucune_)?(?:restrictions?|entraves?|limitations?)");
    words.put("unexcepted", "sans_(?:aucune_)?exceptions?");
    words.put(
        "all",
        "(?<!\\b(?:en|avant|après|par|du|pas|à)\\s)(?:tout(?!_(?:en|d'abord|particulièrement|autre(?!s?_\\p{L}+)))|toute|tous|toutes)");
    words.put(
        "full",
        "(?<!\\b(?:en|de)\\s)pleine?s?|pleinement|complète?s?|complet|complètement|entière?s?|entièrement|intégral(?:e|es|ement)?"
            + "|intégraux|en_totalité|dans_(?:son|leur)_intégralité");
    words.put("only", "exclusivement|uniquement|seulement");
    words.put("equal", "à_parts_égales|à_égalité");
    words.put("jointly", "conjointement|en_commun");
    words.put("separately", "séparément|individuellement|unilatéralement");
    words.put("irrevocable", "irrévocable(?:s|ment)?");
    words.put("permanent", "en_permanence|à_titre_permanent|définitivement");
    words.put(
        "temporary",
        "provisoire(?:s|ment)?|temporaire(?:s|ment)?|à_titre_(?:provisoire|temporaire)");
    words.put("partial", "partiel(?:le)?(?:s|ment)?|en_partie");
    words.put("some", "certaine?s|quelques|plusieurs");
    words.put("most", "la_plupart");
    words.put("binding", "contraignante?s?");
    words.put("final", "(?<=\\b(?:est|sont|être|et)\\s)définiti(?:f|ve)s?");
    words.put("publicly", "publiquement");
    words.put("first", "en_priorité|en_premier(?:_lieu)?");
    return words;
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
