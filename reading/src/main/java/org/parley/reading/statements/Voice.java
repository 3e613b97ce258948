package org.parley.reading.statements;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.reading.cases.FoldedName;
import org.parley.reading.people.Countries;
import org.parley.reading.people.Countries.Country;

/// A speaker made comparable: a person by the last name as it sounds, a body or description by its
/// words. Names, adjectives and capitals of a country count as one.
///
/// @param last the last name as it sounds; empty for a description
/// @param words the words, folded
/// @param countries those among the words
record Voice(String last, String first, Set<String> words, Set<String> countries) {

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "for", "in", "on", "to", "and", "s", "two", "some", "several",
          "both", "his", "her", "their", "its", "mr", "mrs", "ms", "dr", "from", "at", "with");

  static Voice of(String speaker, Countries countries) {
    List<String> names = new ArrayList<>();
    boolean isName = true;
    Set<String> words = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (String word :
        speaker.replace("U.S.", "US").replace("U.K.", "UK").split("[^\\p{L}\\p{N}]+")) {
      String folded = FoldedName.plain(word);
      if (word.isEmpty() || SMALL.contains(folded)) {
        continue;
      }
      isName &= Character.isUpperCase(word.codePointAt(0)) || folded.length() < 4;
      Optional<Country> country =
          Character.isUpperCase(word.codePointAt(0)) ? countries.find(word) : Optional.empty();
      country.ifPresent(each -> named.add(each.iso3()));
      words.add(
          country.map(Country::iso3).orElseGet(() -> FoldedName.name(FoldedName.stem(folded))));
      if (country.isEmpty()) {
        names.add(sound(folded));
      }
    }
    boolean isPerson = isName && !names.isEmpty() && names.size() == words.size();
    return new Voice(
        isPerson ? names.getLast() : "",
        isPerson && names.size() > 1 ? names.getFirst() : "",
        Set.copyOf(words),
        Set.copyOf(named));
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
    return common > 0 && 3L * common >= 2L * most && !isOfOtherCountry(other);
  }

  /// The ministries of two countries are two.
  private boolean isOfOtherCountry(Voice other) {
    return !countries.isEmpty()
        && !other.countries.isEmpty()
        && Collections.disjoint(countries, other.countries);
  }
}
