package org.parley.reading.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.reading.Span;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Who is named in a text, where, and with what office: collected before anybody asks whom its
/// pronouns mean.
final class Names {

  private static final Set<String> PARTICLES =
      Set.of(
          "von", "van", "der", "den", "de", "la", "le", "al", "bin", "ibn", "di", "da", "dos", "el",
          "ter", "del", "du");

  /// Where somebody is named: tokens `from` up to `to` of a sentence.
  record Named(Person person, int sentence, int from, int to, Span span) {}

  private final ParsedText text;
  private final Countries countries;
  private final Phrases offices;
  private final Phrases institutions;
  private final Phrases titles;
  private final Phrases months;
  private final Phrases weekdays;

  /// Every person by the last name, without accents, in lower case.
  final Map<String, Person> byLastName = new HashMap<>();

  /// Every person in the order of the text.
  final List<Person> persons = new ArrayList<>();

  /// Every place where one is named, in the order of the text.
  final List<Named> mentions = new ArrayList<>();

  Names(ParsedText text, Countries countries) {
    this.text = text;
    this.countries = countries;
    Lexicon lexicon = text.lexicon();
    offices = lexicon.get("people.offices");
    institutions = lexicon.get("people.institutions");
    titles = lexicon.get("people.titles");
    months = lexicon.get("dates.months");
    weekdays = lexicon.get("dates.weekdays");
    text.sentences().forEach(this::collect);
    text.sentences().forEach(this::collectTitled);
    text.sentences().forEach(this::collectLastNames);
    mentions.forEach(this::learnOffice);
  }

  private boolean isNamePart(Sentence sentence, int index) {
    Token token = sentence.get(index);
    boolean isCapital = token.isCapital() || token.text().matches("\\p{Ll}{1,3}-\\p{Lu}.*");
    if (!isCapital || !token.isWord() || token.isTagged("DET", "ADP", "PRON", "SCONJ")) {
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
    boolean isThe =
        first == from
            && first > 0
            && sentence.get(first - 1).is("the")
            && sentence.get(to - 1).lower().endsWith("s");
    if (to - first < 2 || isThe || !isPersonal(sentence, first, to)) {
      return;
    }
    Span span = new Span(sentence.get(first).span().start(), sentence.get(to - 1).span().end());
    String name = span.in(text.text()).replaceAll("\\s+", " ");
    String last = plain(sentence.get(to - 1).text());
    Person known = byLastName.get(last);
    boolean isPlace =
        from > 0 && sentence.get(from - 1).lower().matches("at|in|near|outside|across|off|around");
    if (known == null && isPlace) {
      return;
    }
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

  boolean isCountry(Token token) {
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

  boolean isDate(Sentence sentence, int index) {
    return months.hasWord(sentence.get(index).lower())
        && ((index + 1 < sentence.size() && sentence.get(index + 1).isTagged("NUM"))
            || (index > 0 && sentence.get(index - 1).isTagged("NUM")));
  }

  static String plain(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

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

  String words(Sentence sentence, int from, int to) {
    String words = sentence.words(from, to, text.text());
    return words.replaceFirst("(?i)^(the|a|an|his|her|their|its)\\s+", "");
  }

  int officeIn(Sentence sentence, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (offices.has(sentence.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
