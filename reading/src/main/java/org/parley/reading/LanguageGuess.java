package org.parley.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The language of a text, by its script and its most frequent small words. Enough to tell a text
/// that is not understood; short texts are left open. Cost: linear in the first 20,000 characters.
final class LanguageGuess {

  private static final int MAX_READ = 20_000;
  private static final int MIN_WORDS = 30;

  /// One small word in so many must be of the language.
  private static final int AT_LEAST = 12;

  private static final Map<String, String> SMALL =
      Map.of(
          "en", "the of and to in that is was for it with as on be by he she had not are from said",
          "fr", "le la les de des du et en un une que qui est dans pour sur au aux ne pas avec ce",
          "es", "el los las de del y en que un una es por con para no se su lo al más como",
          "de",
              "der die das und den dem ein eine nicht ist mit auf für von zu sich des im auch dass",
          "it", "il lo gli le di del della e che un una è per con non si nel sono da ha",
          "pt", "o os as de do da dos das e que um uma é para com não se no na em ao",
          "nl", "de het een en van dat is niet op te zijn voor met die aan er ook als heeft",
          "uk", "і що та на не у з за про до від як це його для але ми вони й є",
          "ru", "и что на не в с о как это по для но он они из за от мы было был",
          "tr", "ve bir bu için ile da de ne çok olarak daha gibi kadar sonra ama o ise");

  private LanguageGuess() {}

  /// The language as a BCP 47 tag; empty if the text is too short or of no known language.
  static Optional<String> of(String text) {
    String start = text.substring(0, Math.min(text.length(), MAX_READ)).toLowerCase(Locale.ROOT);
    Optional<String> script = byScript(start);
    if (script.isPresent()) {
      return script;
    }
    Map<String, Integer> counts = new HashMap<>();
    int words = 0;
    for (String word : start.split("[^\\p{L}\\p{M}]+")) {
      words += word.isEmpty() ? 0 : 1;
      counts.merge(word, 1, Integer::sum);
    }
    String best = "";
    int most = 0;
    for (Map.Entry<String, String> each : SMALL.entrySet()) {
      int hits = 0;
      for (String word : each.getValue().split(" ")) {
        hits += counts.getOrDefault(word, 0);
      }
      boolean isMore = hits > most || (hits == most && each.getKey().compareTo(best) < 0);
      best = isMore ? each.getKey() : best;
      most = Math.max(most, hits);
    }
    return words >= MIN_WORDS && most * AT_LEAST >= words ? Optional.of(best) : Optional.empty();
  }

  /// Languages told by their script, if half of the letters are of it.
  private static Optional<String> byScript(String text) {
    Map<Character.UnicodeScript, Integer> counts = new HashMap<>();
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        letters++;
        counts.merge(Character.UnicodeScript.of(text.charAt(i)), 1, Integer::sum);
      }
    }
    int half = letters / 2 + 1;
    for (Map.Entry<Character.UnicodeScript, Integer> each : counts.entrySet()) {
      String language = letters < MIN_WORDS || each.getValue() < half ? "" : tag(each.getKey());
      if (!language.isEmpty()) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  private static String tag(Character.UnicodeScript script) {
    return switch (script) {
      case ARABIC -> "ar";
      case HEBREW -> "he";
      case HAN -> "zh";
      case HANGUL -> "ko";
      case HIRAGANA, KATAKANA -> "ja";
      case GREEK -> "el";
      case GEORGIAN -> "ka";
      case ARMENIAN -> "hy";
      default -> "";
    };
  }
}
