package org.parley.provision;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words around the reasons of a text: those before them, and those that begin one. Also the
/// formula after them, by which the text is adopted.
final class EnactingWords {

  private static final int LONGEST_FORMULA = 200;

  /// The words before numbered reasons, in letters alone.
  private static final Set<String> BEFORE_REASONS =
      Set.of(
          "whereas",
          "recital",
          "recitals",
          "background",
          "considérant",
          "considérants",
          "considérantque",
          "considérantcequisuit",
          "considerando",
          "considerandos",
          "considerandoque",
          "considerandoloseguinte",
          "considerandolosiguiente",
          "inerwägungnachstehendergründe",
          "учитываяследующее",
          "принимаявовнимание",
          "принимаявовниманиечто",
          "беручидоуваги",
          "беручидоувагищо");

  /// The ends of the words before numbered parties, in letters alone.
  private static final List<String> BEFORE_PARTIES =
      List.of(
          "between", "parties", "entre", "zwischen", "между", "стороны", "між", "сторони", "بين");

  /// The words that begin a reason.
  private static final Pattern REASON =
      Pattern.compile(
          oneOf(
                  List.of(
                      "whereas",
                      "considering",
                      "having\\hregard",
                      "considérant",
                      "considerando",
                      "visto",
                      "in\\h(?:der\\h)?erwägung",
                      "учитывая",
                      "принимая\\hво\\hвнимание",
                      "беручи\\hдо\\hуваги"))
              + "\\b.*",
          Pattern.CASE_INSENSITIVE
              | Pattern.UNICODE_CASE
              | Pattern.UNICODE_CHARACTER_CLASS
              | Pattern.DOTALL);

  /// The verbs by which parties or a body adopt a text.
  private static final Pattern ADOPTS =
      Pattern.compile(
          "(?:.*\\h)?"
              + oneOf(
                  List.of(
                      "adopt(?:s|ed)?",
                      "agree[sd]?",
                      "decide[sd]?",
                      "resolve[sd]?",
                      "ordered",
                      "adopté",
                      "convenue?s?",
                      "conviennent",
                      "arrêt(?:é|e|ent)",
                      "décid(?:é|e|ent)",
                      "convenido",
                      "convienen",
                      "acordado",
                      "acuerdan?",
                      "adoptado",
                      "deciden?",
                      "resuelven?",
                      "acordam",
                      "acordaram",
                      "convieram",
                      "adotou",
                      "adotaram",
                      "decidem?",
                      "vereinbart",
                      "vereinbaren",
                      "übereingekommen",
                      "erlassen",
                      "beschlossen",
                      "beschließ(?:t|en)",
                      "договорил(?:ись|ася|ися)",
                      "домовилися",
                      "согласились",
                      "погодилися",
                      "условились",
                      "приняли?",
                      "постановляет",
                      "ухвалили?",
                      "решили?",
                      "вирішили?",
                      "اتفق(?:ا|ت|وا)?",
                      "قرر(?:ت)?"))
              + "(?:\\h.*|:)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private EnactingWords() {}

  private static String oneOf(List<String> words) {
    return "(?:" + String.join("|", words) + ")";
  }

  /// Whether words come before numbered reasons.
  static boolean areBeforeReasons(String words) {
    return BEFORE_REASONS.contains(LineForms.letters(words));
  }

  /// Whether words come before numbered parties: "made between:".
  static boolean areBeforeParties(String words) {
    String letters = LineForms.letters(words);
    return (words.strip().endsWith(":") || letters.length() == words.strip().length())
        && BEFORE_PARTIES.stream().anyMatch(letters::endsWith);
  }

  /// Whether words are a reason.
  static boolean areReason(String words) {
    return REASON.matcher(words).matches();
  }

  /// Whether words may adopt what follows: with a colon, or in capitals.
  static boolean areFormula(String words) {
    String said = words.strip();
    return said.length() <= LONGEST_FORMULA
        && (said.endsWith(":") || said.equals(said.toUpperCase(Locale.ROOT)))
        && ADOPTS.matcher(said).matches();
  }
}
