package org.parley.reading.people;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Resolves descriptions such as "the prime minister" or "his host". The person has a fitting
/// office, else was mentioned last or is named next.
final class DescriptionResolver {

  /// So many sentences before a description its person may be named.
  private static final int MAX_BACK = 3;

  /// So many mentions of a person are searched for one of somebody beside.
  private static final int MAX_TOGETHER = 100;

  private static final Set<String> OTHERS = Set.of("counterpart", "colleague", "rival");

  /// A name before the office, or one that it is of.
  private static final Pattern OWNED =
      Pattern.compile("^\\p{Lu}\\p{Ll}+ \\p{Ll}|'s |’s | of (?:the )?\\p{Lu}");

  /// Words between an office and its owner: "envoy of the president" is no president.
  private static final Pattern HELD = Pattern.compile(" (?:of|to|for) ");

  private static final Pattern OF_NAME = Pattern.compile(" (?:of|for) (?:the )?\\p{Lu}");

  private final ParsedText text;
  private final NamedPeople names;
  private final Countries countries;
  private final Phrases offices;
  private final Phrases sameOffices;

  DescriptionResolver(ParsedText text, NamedPeople names, Countries countries) {
    this.text = text;
    this.names = names;
    this.countries = countries;
    offices = text.lexicon().get("people.offices");
    sameOffices = text.lexicon().get("people.same-offices");
  }

  /// Whom "the prime minister" or "his host" means.
  @Nullable Person described(
      Sentence sentence, int from, int to, int head, @Nullable Person focus, boolean isGroupNear) {
    boolean isPossessed = sentence.get(from).lower().matches("his|her");
    List<String> noun = officePhrase(sentence, from, head, to);
    String country = countryIn(sentence, from, to);
    Person best = null;
    boolean isBestBare = false;
    String title = sentence.get(head).isCapital() ? String.join(" ", noun) : "";
    for (Person each : names.describable()) {
      String office = each.office();
      boolean isBare = title.equalsIgnoreCase(office);
      boolean isBefore = each.where().start() < sentence.get(from).span().start();
      boolean isSame =
          office != null
              && hasAll(office, noun)
              && HELD.split(office, 2)[0].toLowerCase(Locale.ROOT).contains(noun.getLast())
              && !isOtherCountry(office, country)
              && !isOfAnother(sentence, head, to, office)
              && (country == null
                  || isBefore
                  || each.sentence() <= sentence.number() + 1
                  || countryIn(office) != null)
              && (country == null || countryIn(office) != null || !isOwned(office))
              && (!isPossessed || each != focus);
      boolean isCloser = best == null || each == focus || (best != focus && isBefore);
      if (isSame && (isBare == isBestBare ? isCloser : isBare || best == null)) {
        best = each;
        isBestBare = isBare;
      }
    }
    if (isPossessed && focus != null && OTHERS.contains(sentence.get(head).lower())) {
      Person other = otherThan(focus, sentence);
      if (other != null) {
        return other;
      }
    }
    boolean isNobodyNamed = isPossessed || isDelegateOf(sentence, head, to);
    Person topic = isNobodyNamed ? null : topic(sentence, from, country);
    boolean isVague = country != null && best != null && !isOf(best, country);
    if (topic != null && (best == null || isVague || !isNamedNear(best, sentence, from))) {
      return topic;
    }
    if (best != null) {
      return best;
    }
    Person last = isNobodyNamed ? null : lastBefore(sentence, focus);
    if (isDelegateOf(sentence, head, to)) {
      return null;
    }
    last = last == null && country != null ? onlyBefore(sentence) : last;
    int end = sentence.get(to - 1).span().end();
    return last != null || isGroupNear ? last : nextAfter(sentence, end);
  }

  /// Whom "the Norwegian" means: the latest person of that country, else the topic.
  @Nullable Person national(Sentence sentence, int from, int to, @Nullable Person focus) {
    boolean isOne =
        to - from == 2
            && sentence.get(from).is("the")
            && !sentence.get(to - 1).lower().endsWith("s")
            && sentence.get(to - 1).isCapital();
    String country = isOne ? countryIn(sentence, to - 1, to) : null;
    if (country == null) {
      return null;
    }
    if (focus != null && isOf(focus, country)) {
      return focus;
    }
    Person latest =
        names.describable().stream()
            .filter(each -> isOf(each, country))
            .flatMap(each -> last(names.before(each, sentence.number())).stream())
            .max(
                comparingInt(NamedPeople.Named::sentence).thenComparingInt(NamedPeople.Named::from))
            .map(NamedPeople.Named::person)
            .orElse(null);
    return latest == null ? topic(sentence, from, country, true) : latest;
  }

  private static <T> Optional<T> last(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// Whether a person's office is stated with the country.
  private boolean isOf(Person person, String country) {
    String office = person.office();
    return office != null && country.equals(countryIn(office));
  }

  /// "His counterpart": the other person named together with one before.
  private @Nullable Person otherThan(Person focus, Sentence sentence) {
    List<NamedPeople.Named> own = names.before(focus, sentence.number());
    for (int i = own.size() - 1; i >= Math.max(0, own.size() - MAX_TOGETHER); i--) {
      for (NamedPeople.Named each : names.mentionsIn(own.get(i).sentence()).reversed()) {
        if (each.person() != focus) {
          return each.person();
        }
      }
    }
    return null;
  }

  /// Whom "the veteran" means, as the words before are about them.
  @Nullable Person meant(Sentence sentence, int from, int head) {
    return topic(sentence, from, countryIn(sentence, from, head), true);
  }

  /// The topic of the preceding words, "Ann Berg was in no hurry. The president ...": the subject
  /// of the same or an earlier sentence of the paragraph, else its only person. Null if their
  /// office is known.
  private @Nullable Person topic(Sentence sentence, int from, @Nullable String country) {
    return topic(sentence, from, country, false);
  }

  /// @param isOccupation whether the description is an occupation, which an office does not exclude
  private @Nullable Person topic(
      Sentence sentence, int from, @Nullable String country, boolean isOccupation) {
    int first = sentence.get(from).is("its") ? 1 : 0;
    int paragraph = sentence.paragraph();
    for (int back = first; back <= MAX_BACK && back <= sentence.number(); back++) {
      Sentence each = text.sentences().get(sentence.number() - back);
      if (each.paragraph() != paragraph) {
        return null;
      }
      paragraph -= isContinued(each) ? 1 : 0;
      List<NamedPeople.Named> named = new ArrayList<>();
      for (NamedPeople.Named mention : names.mentionsIn(each.number())) {
        if (back > 0 || mention.to() < from) {
          named.add(mention);
        }
      }
      if (!named.isEmpty()) {
        Person one = about(each, named);
        boolean isApart = back > 0 || isTopic(each, named, one);
        return one == null || !isApart ? null : fitting(one, country, isOccupation);
      }
    }
    return null;
  }

  /// Whether a sentence begins a paragraph with "he" or "his", which continues the topic.
  private boolean isContinued(Sentence sentence) {
    boolean isFirst =
        sentence.number() > 0
            && text.sentences().get(sentence.number() - 1).paragraph() < sentence.paragraph();
    return isFirst && sentence.get(0).lower().matches("he|she|his|her");
  }

  private @Nullable Person fitting(Person person, @Nullable String country, boolean isOccupation) {
    String office = person.office();
    boolean isOther = office != null && isOtherCountry(office, country);
    boolean isKnown = !isWithoutOffice(person) && !(office != null && office.startsWith("who "));
    return isOther || (isKnown && !isOccupation) ? null : person;
  }

  private static @Nullable Person about(Sentence sentence, List<NamedPeople.Named> named) {
    for (NamedPeople.Named each : named.reversed()) {
      if (isSubject(sentence, each)) {
        return each.person();
      }
    }
    return named.stream().allMatch(each -> each.person() == named.getFirst().person())
        ? named.getFirst().person()
        : null;
  }

  private static boolean isTopic(
      Sentence sentence, List<NamedPeople.Named> named, @Nullable Person person) {
    return named.stream().anyMatch(each -> each.person() == person && isSubject(sentence, each));
  }

  /// Whether a person is the subject of the sentence or of a conjoined clause.
  private static boolean isSubject(Sentence sentence, NamedPeople.Named named) {
    int last = named.to() - 1;
    int head = sentence.tree().head(last);
    boolean isOwner = named.to() < sentence.size() && sentence.get(named.to()).is("'s");
    return !isOwner
        && sentence.tree().isLabelled(last, "nsubj", "nsubjpass")
        && head >= 0
        && (sentence.tree().head(head) < 0
            || sentence.tree().isLabelled(head, "ccomp", "conj", "parataxis", "dep"));
  }

  private boolean isNamedNear(Person person, Sentence sentence, int from) {
    boolean isHere =
        names.mentionsIn(sentence.number()).stream()
            .anyMatch(each -> each.person() == person && each.to() <= from);
    return isHere
        || last(names.before(person, sentence.number()))
            .filter(
                each -> text.sentences().get(each.sentence()).paragraph() == sentence.paragraph())
            .isPresent();
  }

  /// The words of a description that an office must contain: "foreign minister", not "minister"
  /// alone. "The Prime Minister" is whose office is that and no more, before "Prime Minister of
  /// Norland".
  private List<String> officePhrase(Sentence sentence, int from, int head, int to) {
    List<String> words = new ArrayList<>();
    Optional<String> same = same(sentence, from, to);
    if (same.isPresent()) {
      return List.of(same.get());
    }
    boolean isTitle = sentence.get(head).isCapital() && head > from;
    for (int i = from; i <= head; i++) {
      Token token = sentence.get(i);
      boolean isOwner = i + 1 <= head && sentence.get(i + 1).is("'s");
      if (token.isTagged("ADJ", "NOUN", "PROPN")
          && !names.isCountry(token)
          && !isOwner
          && (!token.isCapital() || isTitle)) {
        words.add(token.lower());
      }
    }
    return words.isEmpty() ? List.of(sentence.get(head).lemma()) : words;
  }

  /// The office that is also called "the head of state".
  private Optional<String> same(Sentence sentence, int from, int to) {
    return sameOffices.in(sentence, from, to).stream().map(Phrases.Match::value).findFirst();
  }

  private static boolean hasAll(String office, List<String> words) {
    String lower = office.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(lower::contains);
  }

  /// "The representative of Norland": whose name the text does not give.
  private static boolean isDelegateOf(Sentence sentence, int head, int to) {
    return sentence.get(head).lower().matches("representative|delegate|ambassador|observer")
        && head + 2 < to
        && sentence.get(head + 1).lower().matches("of|for")
        && sentence.get(to - 1).isCapital();
  }

  /// "The representative of Norland" beside "representative of the Council": an office of somebody
  /// else. An office that is of nobody may be the same.
  static boolean isOfAnother(Sentence sentence, int head, int to, String office) {
    boolean isOf = head + 1 < to && sentence.get(head + 1).lower().matches("of|for");
    boolean isNamed = false;
    for (int i = head + 2; isOf && i < to; i++) {
      Token token = sentence.get(i);
      if (token.isCapital() && office.contains(token.text())) {
        return false;
      }
      isNamed |= token.isCapital();
    }
    return isNamed && OF_NAME.matcher(office).find();
  }

  /// Whether no office is known, apart from a side.
  private boolean isWithoutOffice(Person person) {
    String office = person.office();
    if (office == null || person.isAside()) {
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
    int near = sentence.number() - 2;
    boolean isFocusBefore =
        focus != null && isWithoutOffice(focus) && !names.before(focus, near).isEmpty();
    Person last = isFocusBefore ? focus : null;
    for (NamedPeople.Named each : names.mentionsIn(near, sentence.number() - 1)) {
      if (isJoined(each) && last != null && last != focus) {
        continue;
      }
      boolean isNear = text.sentences().get(each.sentence()).paragraph() == sentence.paragraph();
      boolean isFocus = each.person() == focus;
      if ((isNear || isFocus) && isWithoutOffice(each.person()) && (last != focus || isFocus)) {
        last = each.person();
      }
    }
    if (last == null && focus != null && isWithoutOffice(focus)) {
      last = focus;
    }
    return last;
  }

  /// The only person named before whose office the text does not state.
  private @Nullable Person onlyBefore(Sentence sentence) {
    List<Person> all =
        names.describable().stream()
            .filter(this::isWithoutOffice)
            .filter(each -> !names.before(each, sentence.number()).isEmpty())
            .limit(2)
            .toList();
    return all.size() == 1 ? all.getFirst() : null;
  }

  /// "Ann Berg and Olaf Holm left": who is named second is not who is meant first.
  private boolean isJoined(NamedPeople.Named named) {
    return text.sentences().get(named.sentence()).tree().isLabelled(named.to() - 1, "conj");
  }

  /// "Next spoke Olaf Holm": a new person.
  private boolean isNewcomer(NamedPeople.Named named) {
    Sentence sentence = text.sentences().get(named.sentence());
    return named.from() > 1
        && sentence.get(0).isTagged("ADV")
        && sentence.get(named.from() - 1).isTagged("VERB");
  }

  private @Nullable Person nextAfter(Sentence sentence, int from) {
    int number = sentence.number();
    for (NamedPeople.Named each : names.mentionsIn(number, number + 3)) {
      boolean isLater = each.sentence() > number || each.span().start() >= from;
      if (isLater
          && each.person().sentence() == each.sentence()
          && !isNewcomer(each)
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

  /// Whether an office has an owner: "Commission president".
  private static boolean isOwned(String office) {
    return OWNED.matcher(office).find();
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
