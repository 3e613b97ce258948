package org.parley.reading.french;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.people.Countries;

/// The capitalised names of a text: of persons, bodies and places.
final class FrenchNames {

  /// A name and its position in a sentence.
  record FrenchName(int from, int to, String words) {}

  private static final String WORD =
      "(?!(?:[LDJSCMT]|Qu)')(?:\\p{Lu}')?\\p{Lu}[\\p{L}\\p{M}]{1,30}(?:-\\p{L}{1,30}|'\\p{Lu}\\p{L}{1,30}){0,3}";

  /// One word to five, with particles between.
  static final String NAME =
      "(?<![\\p{L}\\p{N}])"
          + WORD
          + "(?: (?:(?:von|van|der|den|al|el|ben|bin|ibn|ould) ){0,2}"
          + WORD
          + "){0,4}";

  private static final Pattern NAMES = Pattern.compile(NAME);
  private static final Set<String> OTHERS = FrenchWords.set("people.others");
  private static final Set<String> TITLES = Set.of("Mme", "Mmes", "MM", "Mlle", "Dr", "Me");

  private final Countries countries = Countries.of("fr");

  /// Words of names that do not begin a sentence.
  private final Set<String> sure = new HashSet<>();

  /// The fullest name that ends with a word.
  private final Map<String, String> fullest = new HashMap<>();

  private @Nullable FrenchSentence latest;
  private List<FrenchName> found = List.of();

  FrenchNames(List<FrenchSentence> sentences) {
    for (FrenchSentence sentence : sentences) {
      for (FrenchName name : all(sentence.text())) {
        if (!sentence.text().substring(0, name.from).replaceAll("[«“\" ]", "").isEmpty()) {
          sure.add(name.words);
        }
        String last = last(name.words);
        fullest.merge(
            last, name.words, (one, other) -> other.length() > one.length() ? other : one);
      }
    }
  }

  private static String last(String words) {
    return words.substring(words.lastIndexOf(' ') + 1);
  }

  /// The names in a sentence, in its order; those of the latest sentence are remembered.
  List<FrenchName> in(FrenchSentence sentence) {
    if (!sentence.equals(latest)) {
      latest = sentence;
      found = known(sentence);
    }
    return found;
  }

  private List<FrenchName> known(FrenchSentence sentence) {
    return all(sentence.text()).stream()
        .filter(
            each ->
                each.words.indexOf(' ') > 0
                    || sure.contains(each.words)
                    || countries.find(each.words).isPresent())
        .toList();
  }

  private List<FrenchName> all(String text) {
    List<FrenchName> found = new ArrayList<>();
    Matcher names = NAMES.matcher(text);
    while (names.find()) {
      int from = names.start();
      String words = names.group();
      int space = words.indexOf(' ');
      String first = space < 0 ? words : words.substring(0, space);
      while (space > 0 && (OTHERS.contains(first) || TITLES.contains(first))) {
        from += space + 1;
        words = words.substring(space + 1);
        space = words.indexOf(' ');
        first = space < 0 ? words : words.substring(0, space);
      }
      if (!OTHERS.contains(first) && !TITLES.contains(first)) {
        found.add(new FrenchName(from, names.end(), words));
      }
    }
    return found;
  }

  /// The fullest name in the text of somebody named by the last word alone.
  String fullest(String name) {
    return name.indexOf(' ') < 0 ? fullest.getOrDefault(name, name) : name;
  }

  /// The country that a word names, as its name or adjective, by its usual name.
  @Nullable String country(String word) {
    return countries.find(word).map(each -> each.names().getFirst()).orElse(null);
  }
}
