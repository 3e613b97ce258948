package org.parley.reading.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A date typed in French, put into the English words that [SaidDate] reads: "début janvier 2026"
/// as "early january 2026". Words of other languages stay.
final class FrenchSaidDate {

  private record Rule(Pattern french, String english) {}

  private static final List<Rule> RULES =
      rules(
          "1er", "1",
          "janvier|janv", "january",
          "février|fevrier|févr", "february",
          "mars", "march",
          "avril|avr", "april",
          "mai", "may",
          "juin", "june",
          "juillet|juil", "july",
          "août|aout", "august",
          "septembre", "september",
          "octobre", "october",
          "novembre", "november",
          "décembre|decembre|déc", "december",
          "(?:au |en )?printemps", "spring",
          "(?:en |à le )?été", "summer",
          "(?:en |à le )?automne", "autumn",
          "(?:en |à le )?hiver", "winter",
          "années (\\d{4})", "$1s",
          "(?:1|premier) trimestre(?: de)?", "first quarter of",
          "(?:2e|deuxième|second) trimestre(?: de)?", "second quarter of",
          "(?:3e|troisième) trimestre(?: de)?", "third quarter of",
          "(?:4e|quatrième) trimestre(?: de)?", "fourth quarter of",
          "(?:1|premier) semestre(?: de)?", "first half of",
          "(?:2e|deuxième|second) semestre(?: de)?", "second half of",
          "première moitié(?: de)?", "first half of",
          "(?:deuxième|seconde) moitié(?: de)?", "second half of",
          "(?:au )?début(?: de)?", "early",
          "(?:à la )?mi(?=-)", "mid",
          "(?:à la )?fin(?: de)?", "late",
          "peut-être", "perhaps",
          "vers|environ", "about",
          "jusqu'(?:au|en|à)|avant(?: le)?|d'ici(?: au| à| le)?|au plus tard(?: le| en)?", "until",
          "à (?:partir|compter) (?:de|du)|depuis(?: le)?|dès(?: le)?|après(?: le)?", "from",
          "^(?:du|de|entre)", "from",
          "au|et|à", "to",
          "le|en", "");

  private FrenchSaidDate() {}

  private static List<Rule> rules(String... pairs) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      rules.add(
          new Rule(
              Pattern.compile("(?<![\\p{L}\\d])(?:" + pairs[i] + ")(?![\\p{L}])"), pairs[i + 1]));
    }
    return List.copyOf(rules);
  }

  /// @param words in lower case, with single blanks
  static String inEnglish(String words) {
    String said =
        words.replace('\u2019', '\'').replaceAll("\\bd'(?!ici)", "de ").replaceAll("\\bl'", "le ");
    for (Rule rule : RULES) {
      said = rule.french.matcher(said).replaceAll(rule.english);
    }
    return said.replaceAll(" +", " ").strip();
  }
}
