package org.parley.clause;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Numbers in digits and in English and French words.
final class Numbers {

  private static final List<String> ENGLISH =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> ENGLISH_TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final List<String> FRENCH =
      List.of(
          "zéro",
          "un",
          "deux",
          "trois",
          "quatre",
          "cinq",
          "six",
          "sept",
          "huit",
          "neuf",
          "dix",
          "onze",
          "douze",
          "treize",
          "quatorze",
          "quinze",
          "seize");
  private static final List<String> FRENCH_TENS =
      List.of("vingt", "trente", "quarante", "cinquante", "soixante");
  private static final Map<String, Long> IN_ENGLISH = values(ENGLISH, ENGLISH_TENS, "hundred");
  private static final Map<String, Long> IN_FRENCH = values(FRENCH, FRENCH_TENS, "cent");

  private static final String FRENCH_PART =
      "(?:une|"
          + String.join("|", FRENCH)
          + "|"
          + String.join("|", FRENCH_TENS)
          + "|vingts|cents?|mille)(?!\\p{L})";

  private static final String UNITS = "one|two|three|four|five|six|seven|eight|nine";

  /// A number in English words, in lower case, up to one hundred.
  static final String WORD =
      "(?:(?:"
          + String.join("|", ENGLISH_TENS)
          + ")(?:[ -](?:"
          + UNITS
          + "))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
          + UNITS
          + "|(?:one_|a_)?hundred)";

  /// An ordinal in English words, in lower case, up to "hundredth".
  static final String ORDINAL =
      "(?:(?:(?:"
          + String.join("|", ENGLISH_TENS)
          + ")[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth"
          + "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|(?:twent|thirt|fort|fift|sixt|sevent|eight"
          + "|ninet)ieth|hundredth)";

  /// A French ordinal in words, in lower case.
  static final String FRENCH_ORDINAL = "(?:premi(?:er|ère)|(?:\\p{L}+-){0,3}\\p{L}+ième)";

  /// A number in French words, in lower case.
  static final String FRENCH_WORD =
      "(?<!pour\\s)"
          + FRENCH_PART
          + "(?:(?:[ -]|\\s+et\\s+(?=(?:une?|onze)(?!\\p{L})))"
          + FRENCH_PART
          + "){0,9}";

  private Numbers() {}

  private static Map<String, Long> values(List<String> small, List<String> tens, String hundred) {
    Map<String, Long> values = new HashMap<>();
    for (int i = 0; i < small.size(); i++) {
      values.put(small.get(i), (long) i);
    }
    for (int i = 0; i < tens.size(); i++) {
      values.put(tens.get(i), 20L + 10L * i);
    }
    values.put(hundred, 100L);
    return values;
  }

  /// The value of a number in English words or in digits; empty for no number.
  static Optional<Long> find(String words) {
    return find(words, IN_ENGLISH);
  }

  /// The value of a number in French words or in digits; empty for no number.
  static Optional<Long> findFrench(String words) {
    String said = words.strip().toLowerCase(Locale.ROOT);
    if (said.matches("\\p{Nd}{1,15}")) {
      return Optional.of(Long.parseLong(said));
    }
    long thousands = 0;
    long rest = 0;
    for (String each : said.split("[\\s-]+", -1)) {
      Long plain = IN_FRENCH.get(each.replaceFirst("^(vingt|cent)s$|^(un)e$", "$1$2"));
      if (each.equals("mille")) {
        thousands += Math.max(rest, 1) * 1_000;
        rest = 0;
      } else if (plain == null && !each.equals("et")) {
        return Optional.empty();
      } else if (plain != null) {
        // "quatre-vingts" and "deux cents" multiply
        rest =
            plain == 20 && rest % 100 == 4
                ? rest + 76
                : plain == 100 && rest > 0 ? rest * 100 : rest + plain;
      }
    }
    return Optional.of(thousands + rest);
  }

  /// The value of an English ordinal in words or digits; 0 for none.
  static long ordinal(String words) {
    String cardinal =
        words
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("first$", "one")
            .replaceFirst("second$", "two")
            .replaceFirst("third$", "three")
            .replaceFirst("fifth$", "five")
            .replaceFirst("eighth$", "eight")
            .replaceFirst("ninth$", "nine")
            .replaceFirst("twelfth$", "twelve")
            .replaceFirst("ieth$", "y")
            .replaceFirst("(?<=\\p{L})th$", "");
    return find(cardinal).orElse(0L);
  }

  /// The value of a French ordinal in words or digits; 0 for none.
  static long ordinalFrench(String words) {
    String said = words.strip().toLowerCase(Locale.ROOT);
    String stem =
        said.replaceFirst("^premi(?:er|ère)$", "un")
            .replaceFirst("cinquième$", "cinq")
            .replaceFirst("neuvième$", "neuf")
            .replaceFirst("ième$", "");
    return findFrench(stem).or(() -> findFrench(stem + "e")).orElse(0L);
  }

  private static Optional<Long> find(String words, Map<String, Long> values) {
    String said = words.strip().toLowerCase(Locale.ROOT);
    if (said.matches("\\p{Nd}{1,15}")) {
      return Optional.of(Long.parseLong(said));
    }
    String bare = said.replaceFirst("^(?:one|a) (?=hundred)", "");
    String[] parts = bare.split("[ -]", -1);
    long value = 0;
    for (String each : parts) {
      Long part = values.get(each);
      if (part == null) {
        return Optional.empty();
      }
      value += part;
    }
    return Optional.of(value);
  }

  /// A number as it is compared: plain digits, with a point before decimals.
  static String plain(String digits) {
    String plain = digits.replaceAll("(?<=\\p{Nd})[., '\u00a0\u202f](?=\\p{Nd}{3}(?!\\p{Nd}))", "");
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      int value = Character.digit(plain.charAt(i), 10);
      ascii.append(value >= 0 ? (char) ('0' + value) : '.');
    }
    return ascii.toString().replaceFirst("^0+(?=\\d)", "");
  }
}
