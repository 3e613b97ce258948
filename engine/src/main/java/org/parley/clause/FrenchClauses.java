package org.parley.clause;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.clause.Clock.ClockKind;

/// Clauses in French.
final class FrenchClauses implements ClauseLanguage {

  /// Frequent words, by which a text shows its language.
  static final Set<String> COMMON =
      Set.of(
          "le", "la", "les", "de", "du", "des", "et", "aux", "au", "une", "dans", "pour", "est",
          "sont", "par", "ou", "doit", "doivent", "l", "d");

  /// The words of a text that are looked at, and one in how many is a frequent one at least.
  static final int TOLD_FROM = 2_000;

  static final int ONE_IN = 5;

  private static final Set<String> NO_TERMS =
      Set.of("partie", "accord", "article", "annexe", "état", "gouvernement");

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LETTERS = Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:\\p{L}|MM|Mme|Mmes|Mlle|Dr|Ste?|nos?|arts?|par|al|cf|pp|env|chap"
              + "|\\d\\s(?:janv|févr|juill?|sept|oct|nov|déc))\\.$",
          ANY_CASE);
  private static final Pattern BOUNDARY =
      words("(?:[,;]\\s*)?\\b(?:et|ou|mais|ni|tandis_que|qui|que|dont|où|laquelle|lequel)\\b|[,;]");
  private static final Pattern COMMAND =
      words(
          "^(?:(?:immédiatement|conjointement|pleinement)\\s+)?(?:assurer|appliquer|libérer|adopter|retirer|fournir"
              + "|lancer|créer|établir|cesser|reprendre|tenir|maintenir|échanger|ouvrir|fermer|présenter|notifier"
              + "|publier|désigner|faciliter|soutenir|désarmer|démanteler|interdire|autoriser|garantir|mettre)\\s");
  private static final Pattern MEASURE =
      words(
          "^(?!(?:l[ea]s?|une?|des?|du|ce|cet|cette|ces|chaque|tout|toute|tous|toutes|en|pour|à|aux?|dans|sur|sous|avec"
              + "|lors|pendant|par|conformément|notamment)\\b|l')(?:[\\p{L}-]+\\s+)?\\p{L}*"
              + "(?:tion|sion|ment|retrait|échange|cessez-le-feu|levée|ouverture|arrêt)\\b");
  private static final Pattern FINITE =
      words(
          "\\b(?:est|sont|était|étaient|sera|seront|ont|avait|désigne(?:nt)?|comprend|comprennent|s'applique(?:nt)?"
              + "|entre(?:nt)?_en_vigueur|demeure(?:nt)?|reste(?:nt)?|commence(?:nt)?)\\b");
  private static final Pattern DEFINING =
      words("\\b(?:on_entend_par|désigne(?:nt)?|signifie(?:nt)?|s'entend(?:ent)?)\\b");

  /// An adverb, or words between commas, may stand within a verb and its preposition.
  private static final String ADVERB =
      "(?:\\s+(?:également|aussi|toujours|pleinement|en_outre|par_ailleurs|notamment|expressément|strictement"
          + "|formellement|seul(?:e?s?)|mutuellement)|,[^,]{1,80},)?";

  private static final String DE = "(?:de\\b|d')";
  private static final String NE = "\\bn(?:e\\s+|')(?:(?:lui|leur|se|en|y|la|le|les)\\s+|s')?";
  private static final String PAS =
      "(?:\\s+(?:pas|plus|jamais|point|en_aucun_cas|en_aucune_circonstance)\\b)?";
  private static final String MUST = "(?:doi(?:t|vent)|devr(?:a|ont))\\b";
  private static final String CAN = "(?:peu(?:t|vent)|pourr(?:a|ont)|saurai(?:t|ent))\\b(?!-)";
  private static final String BE = "(?:est|sont|sera|seront)";
  private static final String HAVE = "\\b(?:a|ont|aura|auront)";
  private static final String FEMININE = "(?:e?s?)";

  /// Not after words of a purpose: "in order to ensure".
  private static final String NO_PURPOSE =
      "(?<!pour\\s|afin\\sde\\s|vue\\sde\\s|manière\\sà\\s|visant\\sà\\s)\\b";

  private static final String VERB_END = "(?:nt|r|ra|ront)?";
  private static final String PROMISE =
      "\\b(?:s'engage"
          + VERB_END
          + ADVERB
          + "\\s+à\\b|(?:convien(?:t|nent)|accepte(?:nt)?)"
          + ADVERB
          + "\\s+"
          + DE
          + "(?=\\s*(?:ne\\s|s[e']|\\p{L}+(?:er|ir|re)\\b)))";

  private static final Pattern MODAL =
      words(
          "\\b(?=[acdeéfimnoprstv])(?:("
              + (NE + "(?:" + MUST + "|" + CAN + ")" + PAS)
              + ("|\\bn(?:e\\s+|')" + BE + PAS)
              + ("\\s+(?:autorisé|habilité|admis|fondé)" + FEMININE + "\\s+à\\b")
              + ("|\\bn(?:e\\s+|')(?:a|ont|aura|auront)" + PAS)
              + ("\\s+(?:le_droit|la_faculté)\\s+" + DE)
              + ("|" + PROMISE + "\\s*ne\\s+(?:pas|plus|jamais)\\b")
              + ("|" + NO_PURPOSE + "s'(?:abstien(?:t|nent)|abstiendr(?:a|ont)|abstenir)\\s+" + DE)
              + "|(?<=(?:doit|doivent|devra|devront|devrait|devraient)\\s)éviter\\b"
              + ("|\\bs'interdi(?:t|sent|ra|ront|re)\\s+" + DE)
              + ("|(?:\\bil\\s+)?\\b(?:" + BE + "|demeure(?:nt)?|reste(?:nt)?)" + ADVERB)
              + ("\\s+(?:interdit|prohibé|proscrit)" + FEMININE + "\\b(?:\\s+" + DE + ")?")
              + (")|(" + NE + "devrai(?:t|ent)\\b" + PAS)
              + (")|(\\bdevrai(?:t|ent)\\b|"
                  + NO_PURPOSE
                  + "s'efforce"
                  + VERB_END
                  + ADVERB
                  + "\\s+"
                  + DE)
              + ("|(?<!n'|ne\\s)" + HAVE + ADVERB + "\\s+l'intention\\s+" + DE)
              + ("|(?<!n'|ne\\s)\\b(?:" + BE + "|se_tien(?:t|nent)|se_décla(?:re|rent))" + ADVERB)
              + ("\\s+(?:prêt|disposé)"
                  + FEMININE
                  + "\\s+à\\b|\\benvisage"
                  + VERB_END
                  + "\\s+"
                  + DE)
              + ("|" + NO_PURPOSE + "s'emplo(?:ie(?:nt|ra|ront)?|yer)\\s+à\\b")
              + ("|(?<!la\\s|une\\s)\\btente(?:nt|ra|ront)?\\s+" + DE)
              + "|\\bcherche(?:nt|ra|ront)?\\s+à\\b"
              + ("|" + NO_PURPOSE + "(?:fait|font|fera|feront|faire)\\s+tout_(?:son|leur)_possible")
              + "(?:\\s+pour\\b)?"
              + ("|" + NO_PURPOSE + "(?:déplo(?:ie(?:nt|ra|ront)?|yer)|met(?:tent|tre|tra|tront)?)")
              + "\\s+(?:tous\\s+)?(?:leurs|ses)\\s+(?:meilleurs\\s+)?efforts(?:\\s+pour\\b)?"
              + ("|\\b" + BE + ADVERB + "\\s+(?:encouragé|invité)" + FEMININE + "\\s+à\\b")
              + ")|((?<!se\\s)\\b(?:peu(?:t|vent)|pourr(?:a|ont|ait|aient))\\b(?!-)"
              + ("|(?<!n'|ne\\s)\\b" + BE + ADVERB + "\\s+(?:autorisé|habilité|libre|fondé)")
              + (FEMININE + "\\s+(?:à\\b|" + DE + ")")
              + ("|(?<!n'|ne\\s)" + HAVE + ADVERB)
              + ("\\s+(?:le_droit|la_faculté|la_possibilité)\\s+" + DE)
              + (")|(\\b" + MUST)
              + "(?!\\s+(?:s'entendre|être_(?:entendu|compris|interprété)))"
              + ("|(?<!n'|ne\\s)\\b" + BE + ADVERB + "\\s+(?:tenu|obligé|astreint|chargé)")
              + (FEMININE + "\\s+(?:à\\b|" + DE + ")")
              + ("|(?<!n'|ne\\s)" + HAVE + ADVERB + "\\s+(?:l'obligation|le_devoir)\\s+" + DE)
              + ("|"
                  + PROMISE
                  + "|"
                  + NO_PURPOSE
                  + "veille"
                  + VERB_END
                  + ADVERB
                  + "\\s+(?:à|aux?)\\b")
              + ("|" + NO_PURPOSE + "s'assure" + VERB_END + "\\s+(?:" + DE + "|que\\b|qu')")
              + "|\\bil\\s+(?:incombe|appartient|revient)\\b))");

  private static final Pattern SOFTENER =
      words(
          "\\b(?:dans_la_mesure_du_possible|autant_que_(?:possible|faire_se_peut)|si_possible|si_nécessaire"
              + "|lorsque_c'est_possible|en_principe|s'il_y_a_lieu)\\b");
  private static final Pattern AT_DISCRETION =
      words("\\bà_(?:sa|leur)_(?:seule_|entière_)?discrétion\\b");

  private static final String NUMBER =
      "(?:\\d{1,6}|" + Numbers.FRENCH_WORD + ")(?:\\s*\\(\\s*[\\p{L}\\d -]{1,20}\\s*\\))?";
  private static final String LENGTH =
      "(?<count>"
          + NUMBER
          + ")\\s+(?:premi(?:er|ère)s\\s+)?"
          + "(?<unit>secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?)\\b"
          + "(?:\\s+(?<sort>ouvrables?|ouvrés?|calendaires?|francs?|consécutifs?)\\b)?";
  private static final String EVENT_WORDS =
      "(?!(?:et|ou|mais|à|aux?|par|dans|sans|sous)\\b)"
          + "(?<event>(?:(?:la|le|les|sa|son|leur|cette|ce|cet|une?)\\s+|l'|d')?(?:présente?\\s+)?[\\p{L}-]+"
          + "(?:\\s+en_vigueur)?(?:\\s+(?:de_la\\s+|de_l'|du\\s+|des\\s+|de\\s+|d')(?:présente?\\s+)?[\\p{L}-]+){0,3})";
  private static final String SINCE =
      "(?:à_(?:compter|partir)_(?:de\\s+|du\\s+|des\\s+|d')|après\\s+|suivant\\s+|qui_suivent\\s+)";
  private static final String EVENT =
      "(?:\\s+(?:à_(?:compter|partir)_(?:de\\s+|du\\s+|des\\s+|d')|après\\s+|avant\\s+|suivant\\s+"
          + "|qui_(?:suivent|suit|précèdent)\\s+|de\\s+(?=(?:la|sa|leur|cette)\\b|l')|du\\s+)"
          + EVENT_WORDS
          + "|\\s+(?:qui_(?:suivent|précèdent)|suivante?s?)\\b)?";
  private static final Pattern COUNTED =
      words("(?<![\\p{L}\\p{Nd}-])" + LENGTH + "\\s+" + SINCE + EVENT_WORDS);
  private static final Pattern UPON =
      words(
          "\\b(?:dès|à_la_date_(?:de\\b|du\\b|d')|le_jour_(?:de\\b|du\\b|d')|lors_(?:de\\b|du\\b))\\s*(?=(?:la\\s+|le\\s+|sa\\s+|son\\s+|leur\\s+|l')?"
              + "(?:signature|ratification|entrée|approbation|adoption|achèvement|réception|expiration|dépôt|notification"
              + "|établissement|arrivée|conclusion|acceptation|retrait|vérification|confirmation|publication|annonce)\\b)"
              + EVENT_WORDS);
  private static final Pattern RECURRING =
      words(
          "\\b(?:(?<every>quotidien(?:ne)?(?:s|ment)?|journali(?:er|ère)s?|hebdomadaire(?:s|ment)?|bimensuel(?:le)?(?:s|ment)?"
              + "|mensuel(?:le)?(?:s|ment)?|trimestriel(?:le)?(?:s|ment)?|semestriel(?:le)?(?:s|ment)?|annuel(?:le)?(?:s|ment)?"
              + "|(?:chaque|tou(?:te)?s_les)_(?<other>deuxièmes?_|deux_)?(?:jours?|semaines?|mois|trimestres?|semestres?|ans?|années?))\\b"
              + "|(?<times>(?:\\d{1,3}|"
              + Numbers.FRENCH_WORD
              + ")_fois)_(?:par|chaque|tou(?:te)?s_les)_(?<per>jours?|semaines?|mois|trimestres?|semestres?|ans?|années?)\\b)");
  private static final Pattern PERIOD =
      words(
          "\\b(?<opening>au_plus_tard_dans|au_plus_tard|dans|sous|en_moins_de|en|pendant|durant|pour|après"
              + "|tou(?:te)?s|au_bout|à_l'expiration|au_moins|d'ici|d'une_durée)\\s+"
              + "(?:(?:un|le|d'un|du)_délai(?:(?:_(?:maximal|maximum))?_d(?:e\\s+|')|_n(?:'excédant|e_dépassant)_pas\\s+)"
              + "|une_(?:durée|période)_d(?:e\\s+|')|les\\s+|de\\s+|d')?"
              + LENGTH
              + "(?:\\s+au_(?:plus_tard|plus|maximum)\\b)?"
              + EVENT);
  private static final Pattern BEFORE_DATE =
      words(
          "\\b(?<opening>au_plus_tard_(?:le|en)|avant_(?:le|la_fin_de|fin)|avant|d'ici_(?:le|au|à|fin|(?:à_)?la_fin_de)|d'ici"
              + "|jusqu'(?:au|en|à)|à_(?:compter|partir)_(?:du|de)|dès_le|après_le|depuis(?:_le)?|pour_le|le)\\s+$");
  private static final Pattern NUMBERED_DAY =
      words(
          "\\b(?:(?<opening>au_plus_tard_le|avant_le|à_(?:compter|partir)_du|dès_le|le|au|du)\\s+)?(?:(?:jour\\s+|J\\s?\\+\\s?)"
              + "(?<day>\\d{1,4})\\b|(?<nth>\\d{1,3}(?=(?:er|e|ème)_jour)|"
              + Numbers.FRENCH_ORDINAL
              + ")(?:er|e|ème)?_jour(?=_(?:suivant|après|à_compter|de|du|d'|qui)(?!\\p{L})))"
              + EVENT
              + "(?<latest>\\s+au_plus_tard)?");
  private static final Pattern AT_ONCE =
      words(
          "\\b(?:(immédiat(?:e?s?|ement)|sur-le-champ|aussitôt(?!\\s+que)|avec_effet_immédiat|sans_délai(?!\\s+(?:injustifié|excessif|indu)))"
              + "|sans_(?:délai|retard)(?:_(?:injustifié|excessif|indu))?|promptement|rapidement"
              + "|(?:dès|aussitôt)_que_possible|dans_les_(?:meilleurs|plus_brefs)_délais|dans_un_délai_raisonnable"
              + "|en_temps_(?:utile|voulu))(?!\\p{L})");

  private static final Pattern CONDITION =
      words(
          "^\\s*(?:quand|où)\\b|\\b(?:si(?!\\s+(?:possible|nécessaire|besoin|bien))\\b|s'ils?\\b(?!\\s+y_a_lieu)"
              + "|sauf\\b|à_moins_(?:que\\b|qu'|de\\b|d')|à_(?:la_)?condition_(?:que\\b|qu'|de\\b|d')|pourvu_(?:que\\b|qu')"
              + "|sous_réserve\\b|dès_(?:lors_)?(?:que\\b(?!\\s+possible)|qu')|lorsqu(?:e\\b(?!\\s+c'est_possible)|')|en_cas_(?:de\\b|d')"
              + "|(?:au|dans_le)_cas_où\\b|dans_l'hypothèse_où\\b|(?<!en\\s)tant_(?:que\\b|qu')"
              + "|pour_autant_(?:que\\b|qu')|dans_la_mesure_où\\b|sans_préjudice\\b|jusqu'à_ce_(?:que\\b|qu')|exclusion_faite\\b"
              + "|(?:une|chaque)_fois_(?:que\\b|qu')|autres?_que\\b|à_l'exception\\b|hormis\\b|excepté\\b"
              + "|(?:uniquement|seulement)_(?:si|après|lorsqu)\\b)");
  private static final Pattern INSERTED =
      words(
          "(?:si|s'il|à_moins|sauf_(?:si|en)|en_cas|lorsqu|sous_réserve|au_cas|dans_le_cas|pour_autant|dans_la_mesure_où|sans_préjudice).*");

  private static final Pattern DECISION =
      words(
          "\\b(?:par_consensus|à_l'unanimité|unanimement|à_la_majorité(?:_(?:simple|absolue|qualifiée)|_des_(?:deux[- ]tiers|trois[- ]quarts))?"
              + "(?:_(?:de_ses|de_leurs|des|du)_(?:voix|membres|parties|votes|suffrages|représentants)(?:_(?:exprimé|présent)e?s)?)?"
              + "|automatiquement|tacitement|d'un_commun_accord|par_(?:voie_d')?accord(?:_(?:mutuel|écrit|exprès))*|(?:(?:avec|sans)_l'(?:accord|autorisation|assentiment|approbation)(?:_(?:préalable|exprès|expresse|écrite?))*"
              + "|après_avoir_(?:notifié|informé|consulté)|(?:après|en)_consultation_(?:de|avec)|à_la_demande|sous_(?:la_supervision|le_contrôle|la_surveillance|les_auspices))"
              + "(?:_(?:de_la_|de_l'|du_|des_|de_|d'|la_|le_|les_)(?:autre_)?[\\p{L}-]+)?)(?!\\p{L})");

  /// Words of an event, up to those that begin something else.
  private static final Pattern ORDER =
      words(
          "\\b(?:(?:avant|après|pendant|durant|suivant|dès|lors_d(?:e|u|es)|à_l'issue_d(?:e|u|es)|au_terme_d(?:e|u|es)|dans_l'attente_d(?:e|u|es)"
              + "|en_attendant|jusqu'(?:à|au|aux))\\s+(?!(?:que|tout|avoir)\\b)(?:(?:la|le|les|sa|son|ses|leurs?|cette|cet|ce|une?|toute?)_|l'"
              + "|(?<=\\b(?:du|des|au|aux)\\s))[\\p{L}-]+"
              + "(?:\\s+(?!(?:par|avec|sous|en|dans|sur|à|et|ou|doi(?:t|vent)|peu(?:t|vent)|sauf|si|qui|que|avant|après|sans)\\b)"
              + "(?:[ld]')?[\\p{L}-]+){0,8}|simultanément|en_même_temps|en_parallèle|jusqu'à_nouvel_ordre)(?!\\p{L})");

  private static final Pattern OPENING =
      words(
          "^(?:en|dans|pour|à|au|aux|afin|selon|conformément|pendant|durant|après|avant|par|avec|sans|nonobstant|jusqu"
              + "|depuis|dès|sur|sous|lors|lorsque|quand|compte_tenu)\\b[^,]*,\\s*");
  private static final Pattern CONJUNCTION =
      words("^[\\s,;]*(?:(?:et|ou|mais|ni(?=\\s+ne)|que|puis|ainsi_que)\\b[\\s,]*|qu')*");
  private static final Pattern NOBODY = words("^(?:aucune?|nul(?:le)?|ni|personne|rien)\\b");

  /// "La sentence est définitive et" must be carried out.
  private static final Pattern VERB_BEFORE =
      words("\\s(?:(?:est|sont|était|a|ont|se)\\s|s').*\\s(?:et|mais|ou)$");

  private static final Pattern PASSIVE =
      words("^\\s*(?:\\p{L}+ment\\s+)?(?:être|est|sont|sera|seront)\\b");
  private static final String NAMED =
      "(?:(?:la|le|les|chaque|chacune?_des)\\s+(?:(?:première?|premier|seconde?|deuxième|autre)\\s+)?|l'(?:autre\\s+)?)?(?:\\p{Lu}[\\p{L}-]*|parties?\\b|gouvernements?\\b)"
          + "(?:\\s+(?:(?:de|du|des|et|la|les)\\s+)*\\p{Lu}[\\p{L}-]*)*";

  /// Those who act, without a capital: "par un auditeur indépendant".
  private static final String ACTOR =
      "(?:une?|le|la|les|des|chaque|l'|d'autres)\\s*(?:auditeur|expert|comité|commission|organe|tribuna|arbitre|tiers|juge|président"
          + "|secrétaire|conseil|mission|force|autorité|organisation|banque|agence|médiateur|garant|donateur|observateur"
          + "|inspecteur|bureau|état|assemblée|parlement|cour\\b|agresseur)\\p{L}*(?:\\s+(?:indépendant|mixte|conjoint|commun"
          + "|international|neutre)\\p{L}*)?";

  private static final Pattern AGENT =
      WordPattern.pattern("\\bpar\\s+(" + NAMED + "|" + ACTOR + ")", LETTERS);

  /// "Il est interdit aux parties de".
  private static final Pattern ADDRESSEE =
      WordPattern.pattern("^\\s*(?:à|aux?)\\s+(" + NAMED + ")(?=\\s+(?:de\\b|d'))", LETTERS);

  private static final Pattern IMPERSONAL = words("^(?:il|ce)\\s*$|^(?:il_y|ce_sont)\\b");

  private static final String ARTICLE = "(?:(?:la|le|les)\\s+|l')?";
  private static final String QUOTED = "\"\\s*" + ARTICLE + "([^\"\\n]{2,60}?)\\s*\"";
  private static final String CALLED = "(?:dénommé|désigné|appelé|nommé)" + FEMININE;
  private static final Pattern DEFINITION =
      words(
          ("(?:ci-après|" + CALLED + "|\\()\\s*(?:" + CALLED + "\\s+)?" + ARTICLE + QUOTED)
              + ("|(?:on_entend_par|[,;]\\s*par|et\\s+par)\\s+" + ARTICLE + QUOTED)
              + ("|"
                  + QUOTED
                  + "\\s+(?:désigne(?:nt)?|signifie(?:nt)?|s'entend(?:ent)?|comprend)\\b")
              + ("|^(?:\\([a-z0-9]+\\)\\s*)?" + QUOTED)
              + "\\s*(?::|,\\s*(?:(?:la|le|les|une?|toute?)\\b|l'))"
              + ("|^(?:\\([a-z0-9]+\\)\\s*)?" + ARTICLE)
              + "(\\p{Lu}[\\p{L}\\s-]{1,50}?)\\s+(?:désigne(?:nt)?|signifie(?:nt)?|s'entend(?:ent)?)\\b");
  private static final Pattern TERM =
      WordPattern.pattern(
          "(?iu:\\b(?:la|le|les|une?|des|du|aux?|chaque|toute?|cette|cet|ce|ces|aucune?|sa|son|leur)\\s+|\\b[ld]')"
              + "(\\p{Lu}\\p{Ll}+(?:[ -]\\p{Lu}\\p{Ll}+){0,3}+)\\b"
              + "(?!\\s+(?:(?:de|du|des|pour|sur|premi(?:er|ère)|[IVXLC]+|[A-Z])\\b|d'|\\d))",
          LETTERS);
  private static final Pattern LOWER = Pattern.compile("(?<![\\p{L}\"])\\p{Ll}{3,}");

  private static final String LABEL =
      "(?:premi(?:er|ère)\\b|1er\\b|1re\\b|\\d+(?:\\.\\d+)*(?:\\s?bis|\\s?ter)?|[IVXLC]+\\b(?!')|[A-Z]\\b(?!'))";
  private static final String PART = "(?:\\s?\\((?:\\p{Ll}{1,4}|\\d{1,3})\\)|\\s\\p{Ll}\\)){0,4}";
  private static final String LETTER = "alinéas?(?=\\s+\\(?\\p{Ll}\\))";
  private static final Pattern REFERENCE =
      WordPattern.pattern(
          "\\b(?iu:(articles?|art\\.|paragraphes?|par\\.|"
              + LETTER
              + "|points?|annexes?|chapitres?|sections?|partie(?=\\s+[IVXLC\\d])))\\s+("
              + (LABEL + PART)
              + "|\\(?(?:\\p{Ll}{1,4}|\\d{1,3})\\))((?:\\s*(?:,|et\\b|ou\\b|à\\b|-)\\s*"
              + (LABEL + PART)
              + "){0,19})(?:\\s+de_l'(?iu:article)\\s+("
              + LABEL
              + "))?(\\s+(?:(?:du|de_la|des)\\s+(?iu:présente?s?)\\b|ci-(?:dessus|dessous|après|avant)\\b|précédente?s?\\b))?"
              + "(\\s+(?:du\\s+|des\\s+|de_la\\s+|de_l'|de\\s+|d')[\\p{L}\\d])?",
          LETTERS);
  private static final Pattern ARTICLE_BEFORE =
      WordPattern.pattern("\\b(?iu:article)\\s+(" + LABEL + ")\\s*,\\s*(?:au\\s+|à_l')?$", LETTERS);
  private static final Pattern PART_AFTER =
      words("\\s*,\\s*(?:au\\s+|à_l')?(?:paragraphes?|par\\.|points?|" + LETTER + ")\\s");
  private static final Pattern UNNUMBERED =
      WordPattern.pattern(
          "\\b(?iu:alinéa\\s+(\\d{1,2})|(premier|deuxième|second|troisième|quatrième|cinquième|sixième)\\s+alinéa)\\b"
              + "(?:\\s+de_l'(?iu:article)\\s+("
              + LABEL
              + "))?(?!\\s+(?:du\\s|des\\s|de_la\\s|de_l'))",
          LETTERS);
  private static final Pattern ONE = WordPattern.pattern("(" + LABEL + ")(" + PART + ")", LETTERS);

  private static final String MONEY =
      "(?:(?:US|A|C)?\\$|[€£¥]|(?:USD|EUR|GBP|CHF|XAF|XOF|MAD|DZD|TND|CDF|CAD)(?!\\p{L}))";
  private static final String BOUND =
      "pas_plus_de|au_plus|au_maximum|un_maximum_de|jusqu'à|moins_de|inférieure?s?_à|au_moins|au_minimum|un_minimum_de"
          + "|pas_moins_de|plus_de|supérieure?s?_à|n'excédant_pas|ne_dépassant_pas";
  private static final String UNIT =
      "(?:(?:milliers?|millions?|milliards?)_(?:de_|d')?)?(?:dollars?|euros?|livres?|francs?|roubles?|dinars?)|%|pour_cent|pourcent"
          + "|kilomètres?|km|mètres?|m|millimètres?|mm|kilogrammes?|kg|tonnes?|hectares?|secondes?"
          + "|minutes?|heures?|jours?|semaines?|mois|ans?|années?|milliers?|millions?|milliards?";
  private static final Pattern FIGURE =
      WordPattern.pattern(
          ("(?:\\b(?<bound>"
                  + BOUND
                  + ")\\s+)?(?:(?<![\\p{L}-])(?:(?<part>un|deux|trois|quatre)_)?")
              + "(?<whole>moitié|tiers|quarts?|cinquièmes?|dixièmes?)(?=_d[eu'])"
              + ("|(?:(?<money>" + MONEY + ")\\s?)?(?:(?<digits>" + ClauseFigures.DIGITS)
              + (")|(?<![\\p{L}-])(?<number>" + Numbers.FRENCH_WORD + ")(?![\\p{L}-]))")
              + ("(?:\\s*\\(\\s*(?:\\d+|" + Numbers.FRENCH_WORD + ")\\s*\\))?")
              + ("(?:\\s*(?<unit>" + UNIT + ")(?!\\p{L}))?(?!\\p{L}))"),
          ANY_CASE);

  static final FrenchClauses WORDS = new FrenchClauses();

  private static final Pattern NO_VERB =
      Pattern.compile(
          "\\p{Nd}.*|être|est|sont|sera|seront|ne|pas|à|de|d|se|s|y|en|le|la|les|\\p{L}+ment|aussi|toujours");

  private static final SentenceWords SENTENCES =
      new SentenceWords(
          ABBREVIATED,
          BOUNDARY,
          words("\\b(?:qui|que|dont|où|lequel|laquelle|lesquel(?:le)?s)\\b|\\bqu'"),
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
          words("^(?:(?:la|le|les|sa|son|leur)\\s+|l')"),
          FrenchClauses::kind,
          FrenchClauses::kindOfDate,
          FrenchClauses::unitOfTime,
          words("ouvr(?:able|é)s?"));
  private static final ConditionWords CONDITIONS =
      new ConditionWords(
          CONDITION,
          INSERTED,
          words("sauf|autres?_que|à_l'exception|hormis|excepté|exclusion_faite"),
          DECISION,
          ORDER,
          Map.of(
              words("\\bau_cas_où\\b|\\bdans_le_cas_où\\b|\\bdans_l'hypothèse_où\\b"), "si",
              words("\\bpourvu_que\\b|\\bà_(?:la_)?condition_que\\b"), "si"),
          Set.of("la", "le", "les", "l", "un", "une", "de", "du", "des", "d", "est", "sont", "il"));
  private static final RecurrenceWords RECURRENCES =
      new RecurrenceWords(RECURRING, FrenchClauses::period);
  private static final SubjectWords SUBJECTS =
      new SubjectWords(
          OPENING,
          CONJUNCTION,
          NOBODY,
          VERB_BEFORE,
          IMPERSONAL,
          words("^(?:chacune?\\s+d(?:es\\s+|e\\s+|')|chaque\\s+|tou(?:te)?s_les\\s+|ni\\s+)"),
          words("\\s*,\\s*(?:(?:et|ou|ni)\\s+)?|\\s+(?:et|ou|ni)\\s+"),
          words("^(?:(?:le|la|les)\\s+|l')"),
          Set.of(
              "le", "la", "les", "l", "un", "une", "et", "aucun", "aucune", "nul", "nulle", "ni"));
  private static final TermWords TERMS = new TermWords(DEFINITION, TERM, LOWER);
  private static final ReferenceWords REFERENCES =
      new ReferenceWords(REFERENCE, ARTICLE_BEFORE, PART_AFTER, ONE, UNNUMBERED);
  private static final BoundWords BOUNDS =
      new BoundWords(
          words("moins_de|inférieure?s?_à"),
          words("plus_de|supérieure?s?_à"),
          words("(?:au|un)_minimum(?:_de)?|au_moins|pas_moins_de"));
  private static final FigureWords FIGURES =
      new FigureWords(FIGURE, FrenchClauses::unit, FrenchClauses::part, BOUNDS);
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
          FrenchScope.WORDS,
          FrenchPhrases.WORDS);

  private static final Set<String> TO_HAVE = Set.of("avoir", "a", "ont", "aura", "auront");

  private FrenchClauses() {}

  private static Pattern words(String words) {
    return WordPattern.pattern(words, ANY_CASE | LETTERS);
  }

  private static ClockKind kind(String opening) {
    return switch (opening) {
      case "après", "aubout", "àl'expiration" -> ClockKind.START;
      case "tous", "toutes" -> ClockKind.FREQUENCY;
      case "pendant", "durant", "pour", "aumoins", "d'unedurée" -> ClockKind.TERM;
      default -> ClockKind.DEADLINE;
    };
  }

  private static ClockKind kindOfDate(String opening) {
    return switch (opening) {
      case "le", "au", "du" -> ClockKind.DAY;
      case "àcompterdu",
          "àcompterde",
          "àpartirdu",
          "àpartirde",
          "dèsle",
          "aprèsle",
          "depuis",
          "depuisle" ->
          ClockKind.START;
      case "jusqu'au", "jusqu'en", "jusqu'à" -> ClockKind.TERM;
      default -> ClockKind.DEADLINE;
    };
  }

  private static RecurringPeriod period(String word) {
    String unit = word.replaceFirst("^(?:chaque|tou(?:te)?sles)(?:deuxièmes?|deux)?", "");
    return switch (unit.substring(0, Math.min(4, unit.length()))) {
      case "jour", "quot" -> new RecurringPeriod(1, "day");
      case "hebd", "sema" -> new RecurringPeriod(1, "week");
      case "bime" -> new RecurringPeriod(2, "week");
      case "mens", "mois" -> new RecurringPeriod(1, "month");
      case "trim" -> new RecurringPeriod(3, "month");
      case "seme" -> new RecurringPeriod(6, "month");
      default -> new RecurringPeriod(1, "year");
    };
  }

  private static int part(String word) {
    return switch (singular(word)) {
      case "moitié" -> 2;
      case "tier" -> 3;
      case "quart" -> 4;
      case "cinquième" -> 5;
      default -> 10;
    };
  }

  private static String unitOfTime(String word) {
    return switch (singular(word)) {
      case "seconde" -> "second";
      case "minute" -> "minute";
      case "heure" -> "hour";
      case "jour" -> "day";
      case "semaine" -> "week";
      case "moi" -> "month";
      default -> "year";
    };
  }

  private static String unit(String words) {
    return switch (singular(words.replaceFirst("^(?:de |d')", "")).replace(" ", "")) {
      case "pourcent" -> "%";
      case "$", "us$", "usd" -> "dollar";
      case "eur", "€" -> "euro";
      case "gbp", "£" -> "livre";
      case "kilomètre" -> "km";
      case "mètre" -> "m";
      case "millimètre" -> "mm";
      case "kilogramme" -> "kg";
      case "tonne" -> "t";
      case "moi" -> "mois";
      case "année" -> "an";
      default -> singular(words);
    };
  }

  private static String singular(String word) {
    return word.length() > 2 ? word.replaceFirst("[sx]$", "") : word;
  }

  /// The words of a term in lower case and in the singular.
  private static String plain(String term) {
    return Arrays.stream(term.toLowerCase(Locale.ROOT).split("[\\s-]+", -1))
        .map(FrenchClauses::singular)
        .collect(Collectors.joining(" "));
  }

  @Override
  public Optional<Long> number(String words) {
    return Numbers.findFrench(words);
  }

  @Override
  public long ordinal(String words) {
    return Numbers.ordinalFrench(words);
  }

  /// "Doit avoir accès" and "aura accès" are one act.
  @Override
  public boolean isAlike(String one, String other) {
    return one.equals(other) || (TO_HAVE.contains(one) && TO_HAVE.contains(other));
  }

  @Override
  public Optional<WordSpan> doer(String measure) {
    Matcher doer = AGENT.matcher(measure);
    return doer.find() ? Optional.of(new WordSpan(doer.start(1), doer.end(1))) : Optional.empty();
  }

  @Override
  public Optional<WordSpan> agent(String modal, String after) {
    Matcher agent = (PASSIVE.matcher(after).find() ? AGENT : ADDRESSEE).matcher(after);
    return agent.find()
        ? Optional.of(new WordSpan(agent.start(1), agent.end(1)))
        : Optional.empty();
  }

  @Override
  public Optional<Modals.FoundModal> indicative(String words) {
    return FrenchIndicative.find(words);
  }

  @Override
  public Pattern use(String term) {
    return Pattern.compile(
        Arrays.stream(term.split("\\s+", -1))
            .map(each -> Pattern.quote(singular(each)) + "[sx]?")
            .collect(Collectors.joining("\\s+", "(?<![\\p{L}\"])(?<!\"\\s)", "(?![\\p{L}\"])")));
  }

  @Override
  public String head(String term) {
    return singular(term.split("[\\s-]", -1)[0].toLowerCase(Locale.ROOT));
  }

  /// "La Zone" may be short for "Zone de sécurité". Some words have a capital by custom.
  @Override
  public boolean isUse(String used, Set<String> defined) {
    String plain = plain(used);
    return NO_TERMS.contains(plain)
        || defined.stream().map(FrenchClauses::plain).anyMatch(each -> isShort(plain, each));
  }

  private static boolean isShort(String used, String defined) {
    return defined.equals(used) || defined.startsWith(used + " ");
  }

  @Override
  public String label(String number) {
    return number.replaceFirst("(?i)^(?:premier|première|1er|1re)$", "1");
  }

  @Override
  public String tag() {
    return "fr";
  }

  @Override
  public Vocabulary vocabulary() {
    return VOCABULARY;
  }
}
