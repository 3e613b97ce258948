package org.parley.reading.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Span;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// The people of a text, and whom its pronouns, titles and descriptions mean. Asked from the
/// beginning of the text to its end: whom "he" means depends on who was spoken of last.
public final class People {

  private static final Set<String> PARTICLES =
      Set.of(
          "von", "van", "der", "den", "de", "la", "le", "al", "bin", "ibn", "di", "da", "dos", "el",
          "ter", "del", "du");
  private static final Pattern FIRST_PERSON = Pattern.compile("i|we|you|it|this|that|there|one");

  private final ParsedText text;
  private final Countries countries;
  private final Phrases offices;
  private final Phrases unnamed;
  private final Phrases institutions;
  private final Phrases pairs;
  private final Phrases titles;
  private final Phrases pronouns;
  private final Phrases months;
  private final Phrases weekdays;
  private final Map<String, Person> byLastName = new HashMap<>();
  private final List<Person> persons = new ArrayList<>();
  private final List<Named> mentions = new ArrayList<>();
  private final Map<Span, Optional<Speaker>> resolved = new HashMap<>();
  private @Nullable Person focus;
  private @Nullable Speaker group;
  private int groupParagraph = -1;

  /// Where somebody is named.
  private record Named(Person person, int sentence, int from, int to, Span span) {}

  private People(ParsedText text, String language) {
    this.text = text;
    Lexicon lexicon = text.lexicon();
    countries = Countries.of(language);
    offices = lexicon.get("people.offices");
    unnamed = lexicon.get("people.unnamed");
    institutions = lexicon.get("people.institutions");
    pairs = lexicon.get("people.pairs");
    titles = lexicon.get("people.titles");
    pronouns = lexicon.get("grammar.pronouns");
    months = lexicon.get("dates.months");
    weekdays = lexicon.get("dates.weekdays");
  }

  /// The people of a text.
  public static People of(ParsedText text, String language) {
    People people = new People(text, language);
    text.sentences().forEach(people::collect);
    text.sentences().forEach(people::collectTitled);
    text.sentences().forEach(people::collectLastNames);
    people.mentions.forEach(people::learnOffice);
    return people;
  }

  // names

  private boolean isNamePart(Sentence sentence, int index) {
    Token token = sentence.get(index);
    if (!token.isCapital() || !token.isWord() || token.isTagged("DET", "ADP", "PRON", "SCONJ")) {
      return false;
    }
    if (index == 0 && !token.isTagged("PROPN", "NOUN", "X")) {
      return false;
    }
    return !weekdays.hasWord(token.lower());
  }

  private void collect(Sentence sentence) {
    int at = 0;
    while (at < sentence.size()) {
      if (!isNamePart(sentence, at)) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < sentence.size()
          && (isNamePart(sentence, end)
              || (PARTICLES.contains(sentence.get(end).text()) && hasNameAfter(sentence, end)))) {
        end++;
      }
      name(sentence, at, end);
      at = end;
    }
  }

  private boolean hasNameAfter(Sentence sentence, int index) {
    int at = index + 1;
    while (at < sentence.size() && PARTICLES.contains(sentence.get(at).text())) {
      at++;
    }
    return at < sentence.size() && isNamePart(sentence, at);
  }

  private void name(Sentence sentence, int from, int to) {
    int first = from;
    for (int i = from; i < to; i++) {
      Token token = sentence.get(i);
      boolean isTitle = offices.has(token) || titles.has(token) || institutions.has(token);
      if (isTitle
          || (i + 1 < to && isCountry(token) && !isCountry(sentence.get(i + 1)))
          || (i == first
              && i + 2 < to
              && token.text().equals(token.text().toUpperCase(Locale.ROOT))
              && token.text().length() > 1
              && token.text().length() < 4)) {
        first = i + 1;
      }
    }
    if (to - first < 2 || !isPersonal(sentence, first, to)) {
      return;
    }
    Span span = new Span(sentence.get(first).span().start(), sentence.get(to - 1).span().end());
    String name = span.in(text.text()).replaceAll("\\s+", " ");
    String last = plain(sentence.get(to - 1).text());
    Person known = byLastName.get(last);
    if (known == null) {
      known = new Person(name, span, sentence.number());
      persons.add(known);
      byLastName.put(last, known);
    }
    mentions.add(new Named(known, sentence.number(), first, to, span));
  }

  /// "Commander Elias": one name after a title, where no fuller one is told.
  private void collectTitled(Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      Token title = sentence.get(i - 1);
      Token token = sentence.get(i);
      boolean isTitled =
          title.isCapital()
              && (titles.has(title) || offices.has(title))
              && isNamePart(sentence, i)
              && token.isTagged("PROPN", "NOUN", "X")
              && !titles.has(token)
              && !offices.has(token)
              && !(i + 1 < sentence.size() && isNamePart(sentence, i + 1));
      String last = plain(token.text());
      if (isTitled && isPersonal(sentence, i, i + 1) && !byLastName.containsKey(last)) {
        Person person = new Person(token.text(), token.span(), sentence.number());
        persons.add(person);
        byLastName.put(last, person);
      }
    }
  }

  private boolean isCountry(Token token) {
    return countries.find(token.text()).isPresent();
  }

  private boolean isPersonal(Sentence sentence, int from, int to) {
    String all =
        new Span(sentence.get(from).span().start(), sentence.get(to - 1).span().end())
            .in(text.text());
    if (countries.find(all).isPresent() || all.equals(all.toUpperCase(Locale.ROOT))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      Token token = sentence.get(i);
      boolean isMonth = months.hasWord(token.lower()) && i == from;
      if (institutions.has(token) || isMonth || (isCountry(token) && i == from)) {
        return false;
      }
    }
    return true;
  }

  private void collectLastNames(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.get(i);
      Person person = token.isCapital() ? byLastName.get(plain(token.text())) : null;
      int index = i;
      boolean isKnown =
          mentions.stream()
              .anyMatch(m -> m.sentence == sentence.number() && m.from <= index && index < m.to);
      if (person != null && !isKnown && !isDate(sentence, i)) {
        mentions.add(new Named(person, sentence.number(), i, i + 1, token.span()));
      }
    }
    mentions.sort(java.util.Comparator.comparingInt(Named::sentence).thenComparingInt(Named::from));
  }

  private boolean isDate(Sentence sentence, int index) {
    return months.hasWord(sentence.get(index).lower())
        && ((index + 1 < sentence.size() && sentence.get(index + 1).isTagged("NUM"))
            || (index > 0 && sentence.get(index - 1).isTagged("NUM")));
  }

  private static String plain(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  // offices told with a name

  private void learnOffice(Named named) {
    Sentence sentence = text.sentences().get(named.sentence);
    int start = NounPhrase.startOf(sentence, named.from, 0);
    if (start < named.from && officeIn(sentence, start, named.from) >= 0) {
      named.person.learnOffice(words(sentence, start, named.from));
      return;
    }
    if (named.from >= 2 && sentence.get(named.from - 1).is("'s")) {
      named.person.learnOffice(words(sentence, start, named.from - 1));
      return;
    }
    if (named.from >= 2 && sentence.get(named.from - 1).is(",")) {
      int before = NounPhrase.startOf(sentence, named.from - 1, 0);
      boolean isOffice = before < named.from - 1 && officeIn(sentence, before, named.from - 1) >= 0;
      if (isOffice && !hasPerson(sentence, before, named.from - 1)) {
        named.person.learnOffice(words(sentence, before, named.from - 1));
        return;
      }
    }
    int after = named.to;
    if (after < sentence.size() && sentence.get(after).is(",")) {
      int end = after + 1;
      while (end < sentence.size() && end - after < 14 && !isStop(sentence.get(end))) {
        end++;
      }
      int office = officeIn(sentence, after + 1, end);
      boolean isApposition = !isVerbal(sentence, after + 1) && !hasFinite(sentence, after + 1, end);
      if (office >= 0 && isApposition && !hasPerson(sentence, after + 1, end)) {
        named.person.learnOffice(words(sentence, after + 1, end));
      } else if (after + 2 < sentence.size() && sentence.get(after + 1).is("who")) {
        named.person.learnOffice(words(sentence, after + 1, end));
      }
    }
  }

  private static boolean hasFinite(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.get(i).isTagged("AUX", "VERB") && !sentence.get(i).lower().endsWith("ing")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVerbal(Sentence sentence, int index) {
    return index < sentence.size() && sentence.get(index).isTagged("VERB", "SCONJ", "CCONJ", "ADV");
  }

  private static boolean isStop(Token token) {
    return token.is(",") || token.is(";") || token.is(".") || token.is(":");
  }

  private boolean hasPerson(Sentence sentence, int from, int to) {
    return mentions.stream()
        .anyMatch(m -> m.sentence == sentence.number() && m.from < to && m.to > from);
  }

  private String words(Sentence sentence, int from, int to) {
    String words = sentence.words(from, to, text.text());
    return words.replaceFirst("(?i)^(the|a|an|his|her|their|its)\\s+", "");
  }

  private int officeIn(Sentence sentence, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (offices.has(sentence.get(i))) {
        return i;
      }
    }
    return -1;
  }

  // who is meant

  /// Who the words from one token up to another name, where they can say something; remembers them
  /// as spoken of.
  public Optional<Speaker> speaker(Sentence sentence, int from, int to) {
    Optional<Speaker> found = resolve(sentence, from, to);
    found.ifPresent(
        speaker -> {
          Person person = byLastName.get(plain(lastWord(speaker.name())));
          if (person != null && person.name().equals(speaker.name())) {
            focus = person;
          } else {
            group = speaker;
            groupParagraph = sentence.paragraph();
          }
        });
    return found;
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /// Whether a speaker is a person the text names.
  public boolean isPerson(Speaker speaker) {
    Person person = byLastName.get(plain(lastWord(speaker.name())));
    return person != null && person.name().equals(speaker.name());
  }

  /// Whether a speaker is a person the text names, or an office without a name.
  public boolean isSomebody(Speaker speaker) {
    String last = plain(lastWord(speaker.name()));
    return isPerson(speaker) || unnamed.hasWord(last) || offices.hasWord(last);
  }

  /// The persons that the words name; empty where they name anything else.
  public List<Speaker> speakersNamed(Sentence sentence, int from, int to) {
    return from < to && namedIn(sentence, from, to) != null
        ? speakers(sentence, from, to).stream().filter(this::isPerson).toList()
        : List.of();
  }

  /// Every speaker that the words name: "X and Y".
  public List<Speaker> speakers(Sentence sentence, int from, int to) {
    List<Speaker> all = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || sentence.get(i).is("and") || sentence.get(i).is(",")) {
        if (i > start) {
          speaker(sentence, start, i).ifPresent(all::add);
        }
        start = i + 1;
      }
    }
    boolean isJoint =
        all.stream().anyMatch(each -> !byLastName.containsKey(plain(lastWord(each.name()))));
    if (all.size() >= 2 && isJoint) {
      Span span = sentence.span(from, to);
      Speaker joint = new Speaker(span.in(text.text()), null, span, true);
      group = joint;
      return List.of(joint);
    }
    if (all.size() < 2) {
      all.clear();
      speaker(sentence, from, to).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Speaker> resolve(Sentence sentence, int from, int to) {
    if (from >= to) {
      return Optional.empty();
    }
    Span at = sentence.span(from, to);
    Optional<Speaker> known = resolved.get(at);
    if (known == null) {
      known = resolveAnew(sentence, from, to);
      resolved.put(at, known);
    }
    return known;
  }

  private Optional<Speaker> resolveAnew(Sentence sentence, int from, int to) {
    Token last = sentence.get(to - 1);
    Span span = sentence.span(from, to);
    if (to - from == 1 && last.isTagged("PRON", "DET")) {
      return pronoun(sentence, last);
    }
    Named named = namedIn(sentence, from, to);
    if (named != null) {
      return Optional.of(said(named.person, span));
    }
    if (pairs.at(sentence, from, to).isPresent()) {
      return Optional.of(new Speaker(span.in(text.text()), null, span, false));
    }
    int head = headOf(sentence, from, to);
    Token noun = sentence.get(head);
    boolean isPossessed = sentence.get(from).isTagged("PRON");
    boolean isDefinite = sentence.get(from).is("the") || isPossessed;
    boolean isPlural = !noun.lower().equals(noun.lemma()) && noun.lower().endsWith("s");
    if (offices.has(noun) && isDefinite && !isPlural) {
      Person meant = described(sentence, from, to, head, isPossessed);
      if (meant != null) {
        meant.learnOffice(words(sentence, from, to));
        return Optional.of(said(meant, span));
      }
      Speaker before = group;
      if (before != null && isGroupNear(sentence) && !isPossessed) {
        return Optional.of(new Speaker(before.name(), before.office(), span, false));
      }
    }
    String words = span.in(text.text());
    if (unnamed.has(noun) || offices.has(noun)) {
      return Optional.of(new Speaker(words, sideIn(sentence, from, to), span, false));
    }
    boolean isInstitution = institutions.has(noun) || institutions.isIn(sentence, from, to);
    boolean isName =
        noun.isCapital()
            && noun.isTagged("PROPN", "NOUN", "X")
            && !weekdays.hasWord(noun.lower())
            && !isDate(sentence, head)
            && isCapitalised(sentence, from, head);
    if (isInstitution || isName) {
      return Optional.of(new Speaker(words, null, span, true));
    }
    return Optional.empty();
  }

  private static boolean isCapitalised(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = sentence.get(i);
      if (token.isWord()
          && !token.isCapital()
          && !token.isTagged("DET", "ADP")
          && !token.is("'s")) {
        return false;
      }
    }
    return true;
  }

  private static int headOf(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean isNoun =
          i + 1 < to
              && sentence.get(i).isTagged("NOUN", "PROPN")
              && !sentence.get(i + 1).is("'s")
              && sentence.get(i + 1).isTagged("ADP", "ADJ", "VERB", "PUNCT")
              && !isNounLater(sentence, i, to);
      if (i + 1 == to || isNoun) {
        return i;
      }
    }
    return to - 1;
  }

  private static boolean isNounLater(Sentence sentence, int index, int to) {
    return index + 2 < to
        && sentence.get(index + 1).isTagged("ADJ")
        && sentence.get(index + 2).isTagged("NOUN", "PROPN");
  }

  private @Nullable String sideIn(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = sentence.get(i);
      if (isCountry(token) || (token.isCapital() && i > from)) {
        return token.text();
      }
    }
    return null;
  }

  private @Nullable Named namedIn(Sentence sentence, int from, int to) {
    Named last = null;
    Span range = sentence.span(from, to);
    for (Named each : mentions) {
      if (range.contains(each.span)) {
        boolean isOwner =
            text.text().startsWith("'s", each.span.end())
                || text.text().startsWith("’s", each.span.end());
        last = isOwner ? last : each;
      }
    }
    return last;
  }

  private Speaker said(Person person, Span where) {
    return new Speaker(person.name(), person.office(), where, true);
  }

  private Optional<Speaker> pronoun(Sentence sentence, Token token) {
    String gender = pronouns.valueOf(token.lower()).orElse("");
    if (FIRST_PERSON.matcher(token.lower()).matches() || gender.isEmpty()) {
      return Optional.empty();
    }
    if (gender.equals("p")) {
      Speaker last = group;
      return last == null
          ? Optional.empty()
          : Optional.of(new Speaker(last.name(), last.office(), token.span(), last.isNamed()));
    }
    Person meant = focus != null && focus.mayBe(gender) ? focus : null;
    for (int i = mentions.size() - 1; meant == null && i >= 0; i--) {
      Named each = mentions.get(i);
      boolean isBefore =
          each.sentence < sentence.number()
              || (each.sentence == sentence.number() && each.span.start() < token.span().start());
      meant = isBefore && each.person.mayBe(gender) ? each.person : null;
    }
    if (meant == null) {
      return Optional.empty();
    }
    meant.learnGender(gender);
    return Optional.of(said(meant, token.span()));
  }

  /// Whom "the prime minister" or "his host" means.
  private @Nullable Person described(
      Sentence sentence, int from, int to, int head, boolean isPossessed) {
    List<String> noun = officePhrase(sentence, from, head);
    String country = countryIn(sentence, from, to);
    Person best = null;
    for (Person each : persons) {
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
    Person last = isPossessed ? null : lastBefore(sentence);
    int end = sentence.get(to - 1).span().end();
    return last != null || isGroupNear(sentence) ? last : nextAfter(sentence, end);
  }

  /// The words of a description that an office must hold: "foreign minister", not "minister" alone;
  /// whose minister it is may be told in other words.
  private List<String> officePhrase(Sentence sentence, int from, int head) {
    List<String> words = new ArrayList<>();
    for (int i = from; i <= head; i++) {
      Token token = sentence.get(i);
      boolean isOwner = i + 1 <= head && sentence.get(i + 1).is("'s");
      if (token.isTagged("ADJ", "NOUN", "PROPN")
          && !isCountry(token)
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

  /// Whether somebody without a name spoke last, in the same paragraph.
  private boolean isGroupNear(Sentence sentence) {
    return group != null && !group.isNamed() && groupParagraph == sentence.paragraph();
  }

  private @Nullable Person lastBefore(Sentence sentence) {
    Person last = null;
    for (Named each : mentions) {
      boolean isNear = text.sentences().get(each.sentence).paragraph() == sentence.paragraph();
      boolean isFocus = each.person == focus;
      if (each.sentence < sentence.number()
          && (isNear || isFocus)
          && isWithoutOffice(each.person)
          && (last != focus || isFocus)) {
        last = each.person;
      }
    }
    if (last == null && focus != null && isWithoutOffice(focus)) {
      last = focus;
    }
    return last;
  }

  private @Nullable Person nextAfter(Sentence sentence, int from) {
    for (Named each : mentions) {
      boolean isLater =
          each.sentence > sentence.number()
              || (each.sentence == sentence.number() && each.span.start() >= from);
      if (isLater
          && each.sentence <= sentence.number() + 3
          && each.person.sentence() == each.sentence
          && isWithoutOffice(each.person)) {
        return each.person;
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

  /// Remembers the one person a sentence names.
  public void mentionOnly(Sentence sentence) {
    List<Person> named =
        mentions.stream()
            .filter(m -> m.sentence == sentence.number())
            .map(Named::person)
            .distinct()
            .toList();
    if (named.size() == 1) {
      focus = named.getFirst();
    }
  }

  /// The institution or group that spoke last.
  public Optional<Speaker> lastGroup(Span where) {
    Speaker last = group;
    return last == null
        ? Optional.empty()
        : Optional.of(new Speaker(last.name(), last.office(), where, last.isNamed()));
  }

  /// Remembers the subject of a sentence as spoken of, where it is somebody the text names.
  public void mention(Sentence sentence, int from, int to) {
    resolve(sentence, from, to)
        .map(speaker -> byLastName.get(plain(lastWord(speaker.name()))))
        .ifPresent(person -> focus = person);
  }

  /// The people named within some tokens.
  public List<String> named(Sentence sentence, int from, int to) {
    Span range = sentence.span(from, to);
    return mentions.stream()
        .filter(m -> range.contains(m.span))
        .map(m -> m.person.name())
        .distinct()
        .toList();
  }

  /// The office of the person with this name, where the text tells it.
  public @Nullable String officeOf(String name) {
    Person person = byLastName.get(plain(lastWord(name)));
    return person == null ? null : person.office();
  }
}
