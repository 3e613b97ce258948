package org.parley.reading.rules.speech;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.Countries;

/// Who heads the delegation of a country, as the text tells: "headed by Ann Berg for Norway", "the
/// Norwegian delegation, led by Ann Berg".
final class DelegationHeads {

  /// A country stands at most so many tokens from the name of the head.
  private static final int NEAR = 6;

  private final ParsedText text;
  private final Coreference people;
  private final Countries countries;

  DelegationHeads(ParsedText text, Coreference people, String language) {
    this.text = text;
    this.people = people;
    countries = Countries.of(language);
  }

  /// The head of the delegation whose country the words of a label name.
  Optional<Speaker> of(List<String> label, TextSpan where) {
    Set<Countries.Country> wanted =
        label.stream()
            .flatMap(each -> countries.find(ScriptSpeakers.capitalised(each)).stream())
            .collect(Collectors.toSet());
    boolean isHead = label.stream().anyMatch(each -> each.matches("(?i)head|leader|chief|chair"));
    if (!isHead || wanted.size() != 1) {
      return Optional.empty();
    }
    return text.sentences().stream()
        .flatMap(each -> headIn(each, wanted.iterator().next(), where).stream())
        .findFirst();
  }

  private Optional<Speaker> headIn(Sentence s, Countries.Country country, TextSpan where) {
    for (int i = 0; i + 2 < s.size(); i++) {
      if (s.get(i).lower().matches("headed|led|chaired") && s.get(i + 1).is("by")) {
        boolean isOwn = isNear(s, Math.max(0, i - NEAR), i, country);
        for (int j = i + 2; j < s.size(); j++) {
          Optional<Speaker> person = s.get(j).isCapital() ? named(s, j, where) : Optional.empty();
          if (person.isPresent() && (isOwn || isFor(s, j + 1, country))) {
            return person;
          }
          isOwn &= person.isEmpty();
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Speaker> named(Sentence s, int token, TextSpan where) {
    return people.byLastName(s.get(token).lower(), where);
  }

  /// "For the Kyrgyz Republic": the country after a name, before the next one.
  private boolean isFor(Sentence s, int from, Countries.Country country) {
    return from < s.size()
        && s.get(from).lower().matches("for|of|from|[(]")
        && isNear(s, from, Math.min(s.size(), from + NEAR), country);
  }

  private boolean isNear(Sentence s, int from, int to, Countries.Country country) {
    for (int i = from; i < to && !(i > from && s.get(i).is("and")); i++) {
      Optional<Countries.Country> found = countries.find(s.get(i).text());
      if (found.isPresent()) {
        return found.get().equals(country);
      }
    }
    return false;
  }
}
