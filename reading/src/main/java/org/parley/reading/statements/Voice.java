package org.parley.reading.statements;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.reading.cases.FoldedName;
import org.parley.reading.people.Countries;

/// A speaker made comparable: a person by the last name as it sounds, a body or description by its
/// words. Names, adjectives and capitals of a country count as one.
///
/// @param last the last name as it sounds; empty for a description
/// @param words the words, folded
record Voice(String last, String first, Set<String> words) {

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "for", "in", "on", "to", "and", "s", "two", "some", "several",
          "both", "his", "her", "their", "its", "mr", "mrs", "ms", "dr", "from", "at", "with");

  static Voice of(String speaker, Countries countries) {
    List<String> names = new ArrayList<>();
    boolean isName = true;
    Set<String> words = new HashSet<>();
    for (String word :
        speaker.replace("U.S.", "US").replace("U.K.", "UK").split("[^\\p{L}\\p{N}]+")) {
      String folded = FoldedName.plain(word);
      if (word.isEmpty() || SMALL.contains(folded)) {
        continue;
      }
      isName &= Character.isUpperCase(word.codePointAt(0)) || folded.length() < 4;
      boolean isCountry =
          countries.find(word).isPresent() && Character.isUpperCase(word.codePointAt(0));
      words.add(
          isCountry
              ? countries.find(word).orElseThrow().iso3()
              : FoldedName.name(FoldedName.stem(folded)));
      if (!isCountry) {
        names.add(sound(folded));
      }
    }
    boolean isPerson = isName && !names.isEmpty() && names.size() == words.size();
    return new Voice(
        isPerson ? names.getLast() : "",
        isPerson && names.size() > 1 ? names.getFirst() : "",
        Set.copyOf(words));
  }

  private static String sound(String word) {
    return FoldedName.name(word).replace("ei", "i").replace("w", "v").replace("ph", "f");
  }

  /// The keys under which this speaker is found by any name.
  List<String> keys() {
    List<String> all = new ArrayList<>(words);
    if (!last.isEmpty()) {
      all.add("=" + last);
    }
    return all;
  }

  boolean isSame(Voice other) {
    if (!last.isEmpty() && !other.last.isEmpty()) {
      boolean isFirst =
          first.isEmpty() || other.first.isEmpty() || first.charAt(0) == other.first.charAt(0);
      return last.equals(other.last) && isFirst;
    }
    long common = words.stream().filter(other.words::contains).count();
    if (!last.isEmpty() || !other.last.isEmpty()) {
      Set<String> name = last.isEmpty() ? other.words : words;
      return common == name.size() && (name.size() > 1 || words.equals(other.words));
    }
    int most = Math.max(words.size(), other.words.size());
    return common > 0 && 3L * common >= 2L * most;
  }
}
