package org.parley.reading.statements;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import opennlp.tools.stemmer.PorterStemmer;
import org.jspecify.annotations.Nullable;
import org.parley.reading.cases.FoldedName;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.people.Countries;

/// The words of a text that tell one subject from another: stems, with synonyms and the names of a
/// country as one.
final class TellingTerms {

  private final Countries countries;
  private final Phrases topics;
  private final Phrases stop;
  private final Phrases small;
  private final Phrases alike;
  private final PorterStemmer stemmer = new PorterStemmer();
  private final Map<String, String> known = new HashMap<>();

  TellingTerms(String language) {
    countries = Countries.of(language);
    Lexicon lexicon = Lexicon.of(language);
    topics = lexicon.get("topics.groups");
    stop = lexicon.get("topics.stop");
    alike = lexicon.get("topics.alike");
    small = lexicon.get("topics.small");
  }

  Set<String> of(@Nullable String text) {
    Set<String> found = new HashSet<>();
    if (text == null) {
      return found;
    }
    for (String word : text.replace("U.S.", "US").split("[^\\p{L}\\p{N}]+")) {
      String term = word.isEmpty() ? "" : known.computeIfAbsent(word, this::term);
      if (!term.isEmpty()) {
        found.add(term);
      }
    }
    return found;
  }

  private String term(String word) {
    if (Character.isUpperCase(word.codePointAt(0)) && countries.find(word).isPresent()) {
      return countries.find(word).orElseThrow().iso3();
    }
    String plain = FoldedName.plain(word);
    boolean isSmall = plain.length() < 3 && !plain.chars().allMatch(Character::isDigit);
    if (alike.valueOf(plain).isPresent()) {
      return alike.valueOf(plain).orElseThrow();
    }
    if (isSmall || stop.hasWord(plain) || small.hasWord(plain)) {
      return "";
    }
    return topics
        .valueOf(plain)
        .or(() -> topics.valueOf(FoldedName.stem(plain)))
        .orElseGet(() -> stemmer.stem(plain).replaceFirst("li$", ""));
  }
}
