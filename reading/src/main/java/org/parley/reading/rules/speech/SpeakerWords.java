package org.parley.reading.rules.speech;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;

/// The kind of words that name a speaker: "the captain" is a definite role, "two ministries" are
/// several bodies.
final class SpeakerWords {

  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "a", "an", "his", "her", "their", "its", "two", "both", "one", "another", "some",
          "several");

  private static final Set<String> LINKS =
      Set.of("of", "for", "who", "from", "in", "at", "on", "with", "close", "to", "familiar");

  private static final Pattern HUMAN =
      Pattern.compile(".*(?:er|or|ist|ian|man|woman|an|ese|ant|ent)");

  private final Phrases institutions;
  private final List<Phrases> roles;

  SpeakerWords(Lexicon lexicon) {
    institutions = lexicon.get("people.institutions");
    roles =
        List.of(
            lexicon.get("people.offices"),
            lexicon.get("people.unnamed"),
            lexicon.get("people.others"));
  }

  /// Its article or owner, number and class.
  String kind(String name) {
    String[] words = name.split("\\s+");
    String head = words[head(words)];
    String plain = head.toLowerCase(Locale.ROOT);
    boolean isMany = plain.endsWith("s") && !plain.endsWith("ss");
    String one = isMany ? plain.substring(0, plain.length() - 1) : plain;
    return start(words[0])
        + (isMany ? "P" : "S")
        + headClass(plain, one)
        + (isCapital(head) ? "C" : "");
  }

  /// Whether it says more than its kind.
  String detail(String name) {
    String[] words = name.split("\\s+");
    int head = head(words);
    return (head < 2 ? "1" : "+") + (head + 1 < words.length ? "of" : "");
  }

  private static String start(String first) {
    String plain = first.toLowerCase(Locale.ROOT);
    return DETERMINERS.contains(plain) ? plain : isCapital(first) ? "cap" : "bare";
  }

  private static int head(String[] words) {
    int end = 1;
    while (end < words.length && !LINKS.contains(words[end].toLowerCase(Locale.ROOT))) {
      end++;
    }
    return end - 1;
  }

  private String headClass(String plain, String one) {
    if (institutions.hasWord(one) || institutions.hasWord(plain)) {
      return "body";
    }
    boolean isRole = roles.stream().anyMatch(each -> each.hasWord(one) || each.hasWord(plain));
    return isRole ? "role" : HUMAN.matcher(one).matches() ? "human" : "other";
  }

  private static boolean isCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }

  /// The words that tell something, in lower case.
  static List<String> telling(String words) {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+"))
        .filter(each -> each.length() > 2 && !DETERMINERS.contains(each))
        .toList();
  }
}
