package org.parley.reading.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Finds whom a description means, "the prime minister", "his host": somebody whose office fits,
/// else whoever was spoken of last, or is named next.
final class Descriptions {

  private final ParsedText text;
  private final Names names;
  private final Countries countries;
  private final Phrases offices;

  Descriptions(ParsedText text, Names names, Countries countries) {
    this.text = text;
    this.names = names;
    this.countries = countries;
    offices = text.lexicon().get("people.offices");
  }

  /// Whom "the prime minister" or "his host" means.
  @Nullable Person described(
      Sentence sentence, int from, int to, int head, @Nullable Person focus, boolean isGroupNear) {
    boolean isPossessed = sentence.get(from).isTagged("PRON");
    List<String> noun = officePhrase(sentence, from, head);
    String country = countryIn(sentence, from, to);
    Person best = null;
    for (Person each : names.persons) {
      String office = each.office();
      boolean isBefore = each.where().start() < sentence.get(from).span().start();
      boolean isSame =
          office != null
              && hasAll(office, noun)
              && !isOtherCountry(office, country)
              && (country == null || isBefore || countryIn(office) != null)
              && (!isPossessed || each != focus);
      if (isSame && (best == null || each == focus || (best != focus && isBefore))) {
        best = each;
      }
    }
    if (best != null) {
      return best;
    }
    Person last = isPossessed ? null : lastBefore(sentence, focus);
    int end = sentence.get(to - 1).span().end();
    return last != null || isGroupNear ? last : nextAfter(sentence, end);
  }

  /// The words of a description that an office must hold: "foreign minister", not "minister" alone;
  /// whose minister it is may be told in other words.
  private List<String> officePhrase(Sentence sentence, int from, int head) {
    List<String> words = new ArrayList<>();
    for (int i = from; i <= head; i++) {
      Token token = sentence.get(i);
      boolean isOwner = i + 1 <= head && sentence.get(i + 1).is("'s");
      if (token.isTagged("ADJ", "NOUN", "PROPN")
          && !names.isCountry(token)
          && !isOwner
          && !token.isCapital()) {
        words.add(token.lower());
      }
    }
    return words.isEmpty() ? List.of(sentence.get(head).lemma()) : words;
  }

  private static boolean hasAll(String office, List<String> words) {
    String lower = office.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(lower::contains);
  }

  /// Whether nothing is known of somebody's office yet, but at most whose side they are on.
  private boolean isWithoutOffice(Person person) {
    String office = person.office();
    if (office == null) {
      return true;
    }
    for (String word : office.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (offices.hasWord(word)) {
        return false;
      }
    }
    return !office.startsWith("who ");
  }

  private @Nullable Person lastBefore(Sentence sentence, @Nullable Person focus) {
    Person last = null;
    for (Names.Named each : names.mentions) {
      boolean isNear =
          text.sentences().get(each.sentence()).paragraph() == sentence.paragraph()
              && each.sentence() >= sentence.number() - 2;
      boolean isFocus = each.person() == focus;
      if (each.sentence() < sentence.number()
          && (isNear || isFocus)
          && isWithoutOffice(each.person())
          && (last != focus || isFocus)) {
        last = each.person();
      }
    }
    if (last == null && focus != null && isWithoutOffice(focus)) {
      last = focus;
    }
    return last;
  }

  private @Nullable Person nextAfter(Sentence sentence, int from) {
    for (Names.Named each : names.mentions) {
      boolean isLater =
          each.sentence() > sentence.number()
              || (each.sentence() == sentence.number() && each.span().start() >= from);
      if (isLater
          && each.sentence() <= sentence.number() + 3
          && each.person().sentence() == each.sentence()
          && isWithoutOffice(each.person())) {
        return each.person();
      }
    }
    return null;
  }

  private @Nullable String countryIn(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      Optional<Countries.Country> found = countries.find(sentence.get(i).text());
      if (found.isPresent()) {
        return found.get().iso3();
      }
    }
    return null;
  }

  private boolean isOtherCountry(String office, @Nullable String country) {
    String own = countryIn(office);
    return country != null && own != null && !own.equals(country);
  }

  private @Nullable String countryIn(String office) {
    for (String word : office.split("[^\\p{L}]+")) {
      Optional<Countries.Country> found = countries.find(word);
      if (found.isPresent() && Character.isUpperCase(word.codePointAt(0))) {
        return found.get().iso3();
      }
    }
    return null;
  }
}
