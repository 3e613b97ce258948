package org.parley.reading.people;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// The persons named in a text, with positions and offices; collected before pronouns are resolved.
final class NamedPeople {

  private static final Set<String> PARTICLES =
      Set.of(
          "von", "van", "der", "den", "de", "la", "le", "al", "bin", "ibn", "di", "da", "dos", "el",
          "ter", "del", "du", "zu", "zur", "zum", "vom", "af", "av", "das", "della", "delle",
          "dello", "degli", "dei", "lo", "ten", "het", "san", "ag", "dan", "ould", "wuld", "ben",
          "bint", "abu", "ap", "arap", "wa", "e", "y");

  /// "Í", "við": in an English sentence, a short word with such a letter is part of a name.
  private static final Pattern FOREIGN = Pattern.compile("(?=.*[^\\x00-\\x7F])\\p{Ll}{1,4}");

  private static final String ASKING =
      "will|would|can|could|may|might|should|shall|must|did|does|do|has|have|had|is|are|was|were";

  /// Words of headings in capitals that no name has.
  private static final String LINKS =
      "before|after|during|following|upon|with|from|of|for|by|between|amid|one|two|three|four|five";

  /// So many words may stand between an office and the last one that it is of.
  private static final int MAX_OFFICE = 8;

  private static final int MAX_DESCRIBED = 400;

  /// A mention: tokens `from` up to `to` of a sentence.
  record Named(Person person, int sentence, int from, int to, TextSpan span) {}

  /// Classifies words that may be a name.
  private interface Namer {
    void name(Sentence sentence, int from, int to);
  }

  private final ParsedText text;
  private final Countries countries;
  private final Phrases offices;
  private final Phrases institutions;
  private final Phrases titles;
  private final Phrases outlets;
  private final Phrases roles;
  private final Phrases places;
  private final Phrases months;
  private final Phrases weekdays;

  /// Multi-word names that are not persons.
  private final Set<String> things = new HashSet<>();

  /// Every person by the last name, without accents, in lower case.
  final Map<String, Person> byLastName = new HashMap<>();

  /// Every person in the order of the text.
  final List<Person> persons = new ArrayList<>();

  /// Every mention, in the order of the text.
  final List<Named> mentions = new ArrayList<>();

  /// The persons by the first word of their names.
  private final Map<String, List<Person>> byFirstWord = new HashMap<>();

  private final Map<Person, List<Named>> byPerson = new HashMap<>();

  NamedPeople(ParsedText text, Countries countries) {
    this.text = text;
    this.countries = countries;
    Lexicon lexicon = text.lexicon();
    offices = lexicon.get("people.offices");
    institutions = lexicon.get("people.institutions");
    titles = lexicon.get("people.titles");
    outlets = lexicon.get("people.outlets");
    roles = lexicon.get("people.roles");
    places = lexicon.get("people.places");
    months = lexicon.get("dates.months");
    weekdays = lexicon.get("dates.weekdays");
    text.sentences().forEach(each -> collect(each, this::thing, (_, _, _) -> {}));
    text.sentences().forEach(each -> collect(each, this::name, this::name));
    text.sentences().forEach(this::collectTitled);
    persons.forEach(
        each ->
            byFirstWord
                .computeIfAbsent(each.name().split(" ", 2)[0], _ -> new ArrayList<>())
                .add(each));
    collectLastNames();
    mentions.forEach(
        each -> byPerson.computeIfAbsent(each.person, _ -> new ArrayList<>()).add(each));
    mentions.forEach(this::learnOffice);
  }

  /// The mentions in one sentence.
  List<Named> mentionsIn(int sentence) {
    return mentionsIn(sentence, sentence);
  }

  /// The mentions from one sentence up to and with another.
  List<Named> mentionsIn(int first, int last) {
    return mentions.subList(firstFrom(mentions, first), firstFrom(mentions, last + 1));
  }

  /// The mentions of a person before a sentence.
  List<Named> before(Person person, int sentence) {
    List<Named> own = byPerson.getOrDefault(person, List.of());
    return own.subList(0, firstFrom(own, sentence));
  }

  /// How many mentions stand before a sentence: a binary search, as they stand in the order of the
  /// text.
  static int firstFrom(List<Named> mentions, int sentence) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).sentence < sentence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The persons whom a description may mean: as many as any news article names, and a text of
  /// names costs no more for each.
  List<Person> describable() {
    return persons.subList(0, Math.min(persons.size(), MAX_DESCRIBED));
  }

  /// "Berg", "al-Berg", "d'Berg".
  private static boolean isCapital(Token token) {
    return token.isCapital() || token.text().matches("\\p{Ll}{1,4}[-'’]\\p{Lu}.*");
  }

  private boolean isNamePart(Sentence sentence, int index) {
    Token token = sentence.get(index);
    if (!isCapital(token) || !token.isWord() || token.isTagged("DET", "ADP", "PRON", "SCONJ")) {
      return false;
    }
    if (index == 0 && !token.isTagged("PROPN", "NOUN", "X")) {
      return false;
    }
    return !weekdays.hasWord(token.lower());
  }

  /// Marks names of things: "The Blue Accord", "its Harbour Watch". Persons have no article or
  /// owner before the name.
  private void thing(Sentence sentence, int from, int to) {
    boolean isThing =
        from > 0
            && to - from > 1
            && sentence.get(from - 1).lower().matches("the|a|an|his|her|its|their|our")
            && !offices.has(sentence.get(from))
            && !titles.has(sentence.get(from));
    isThing |=
        from > 1
            && to - from > 1
            && ((sentence.get(from - 1).is("for")
                    && sentence.get(from - 2).isCapital()
                    && sentence.get(to - 1).lower().endsWith("s"))
                || (!sentence.get(from - 1).isCapital()
                    && institutions.has(sentence.get(from - 1))
                    && !isBehindBody(sentence, from - 1)));
    isThing |= from > 1 && to - from > 1 && isInOffice(sentence, from);
    isThing |=
        to - from > 1 && (outlets.has(sentence.get(from)) || outlets.has(sentence.get(to - 1)));
    if (isThing) {
      TextSpan span =
          new TextSpan(sentence.get(from).span().start(), sentence.get(to - 1).span().end());
      things.add(span.in(text.text()).replaceAll("\\s+", " "));
    }
  }

  /// "Deputy head of the presidential administration Ann Berg": a body that an office is of.
  private boolean isBehindBody(Sentence sentence, int body) {
    for (int of = body - 1; of > 0 && body - of < MAX_OFFICE; of--) {
      if (sentence.get(of).is("of")) {
        return offices.has(sentence.get(of - 1));
      }
      if (!sentence.get(of).isTagged("DET", "ADJ", "NOUN", "PROPN")) {
        return false;
      }
    }
    return false;
  }

  /// "Minister of Irrigation and Water Resources": within the words of an office.
  private boolean isInOffice(Sentence sentence, int from) {
    int at = from - 1;
    boolean isOf = false;
    while (at > 0
        && (sentence.get(at).lower().matches("and|of|for|the")
            || sentence.get(at).isCapital()
            || isListed(sentence, at))) {
      isOf |= sentence.get(at).lower().matches("of|for");
      if (isOf && isBodyOrOffice(sentence.get(at))) {
        return true;
      }
      at--;
    }
    return isOf && isBodyOrOffice(sentence.get(at));
  }

  /// The comma of "Defence, Interior and".
  private static boolean isListed(Sentence sentence, int comma) {
    return comma + 2 < sentence.size()
        && sentence.get(comma).is(",")
        && sentence.get(comma + 1).isCapital()
        && sentence.get(comma + 2).lower().matches("and|,");
  }

  private boolean isBodyOrOffice(Token noun) {
    return offices.has(noun) || institutions.has(noun);
  }

  /// @param behind what takes a name behind an office
  private void collect(Sentence sentence, Namer namer, Namer behind) {
    int at = 0;
    while (at < sentence.size()) {
      if (!isNamePart(sentence, at)) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < sentence.size()
          && (isNamePart(sentence, end)
              || (isParticle(sentence, end) && hasNameAfter(sentence, end)))) {
        end++;
      }
      end = behindNickname(sentence, end);
      int cut = behindOffice(sentence, at, end);
      if (cut > at) {
        behind.name(sentence, cut, end);
      }
      namer.name(sentence, at, cut > at ? cut : end);
      at = end;
    }
  }

  /// "Minister of Foreign Affairs Ann Berg", "of Trade and Industry Ann Berg": where the name
  /// begins behind what the office is of.
  private int behindOffice(Sentence sentence, int from, int to) {
    int of = from - 1;
    while (of > 1
        && from - of < MAX_OFFICE
        && (sentence.get(of).is("and") || isListed(sentence, of) || sentence.get(of).isCapital())) {
      of--;
    }
    boolean isOf =
        of > 0
            && sentence.get(of).lower().matches("of|for")
            && offices.has(sentence.get(of - 1))
            && sentence.get(of - 1).isCapital();
    for (int i = from; isOf && i + 2 < to; i++) {
      boolean isObject = sentence.tree().isLabelled(i, "pobj") && sentence.tree().head(i) == of;
      boolean isJoined =
          sentence.tree().isLabelled(i, "conj")
              && of < sentence.tree().head(i)
              && sentence.tree().head(i) < i;
      if (isObject || isJoined) {
        return i + 1;
      }
    }
    boolean isBehindList = isOf && of < from - 1 && from + 2 < to;
    return isBehindList ? to - 2 : from;
  }

  /// "Karl "Bulldog" Oye": where a name with a nickname in it ends.
  private int behindNickname(Sentence sentence, int end) {
    boolean isNickname =
        end + 3 < sentence.size()
            && sentence.get(end).is("\"")
            && sentence.get(end + 2).is("\"")
            && isNamePart(sentence, end + 1)
            && isNamePart(sentence, end + 3);
    return isNickname ? end + 4 : end;
  }

  private static boolean isParticle(Sentence sentence, int index) {
    String word = sentence.get(index).text();
    return PARTICLES.contains(word) || FOREIGN.matcher(word).matches();
  }

  private boolean hasNameAfter(Sentence sentence, int index) {
    int at = index + 1;
    while (at < sentence.size() && isParticle(sentence, at)) {
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
          || (i == first && isAsking(sentence, i))
          || (i == first && token.lower().matches(LINKS))
          || (i + 1 < to && isCountry(token) && !isCountry(sentence.get(i + 1)))
          || (i == first && i + 2 < to && months.hasWord(token.lower()))
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
    TextSpan span =
        new TextSpan(sentence.get(first).span().start(), sentence.get(to - 1).span().end());
    String name = span.in(text.text()).replaceAll("\\s+", " ");
    if (things.contains(name)) {
      return;
    }
    String last = plain(sentence.get(to - 1).text());
    Person known = byLastName.get(last);
    boolean isPlace =
        from > 0
            && !(first > from && months.hasWord(sentence.get(from).lower()))
            && sentence.get(from - 1).lower().matches("at|in|near|outside|across|off|around");
    if (known == null && isPlace && from == 1 && to - first > 2 && isClauseNext(sentence, to)) {
      name(sentence, to - 2, to);
      return;
    }
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

  /// "Will Berg sign?": the verb before the name in a question.
  private static boolean isAsking(Sentence sentence, int index) {
    boolean isFirst = index == 0 || (index == 1 && sentence.get(0).is("\""));
    return isFirst
        && sentence.get(index).lower().matches(ASKING)
        && sentence.tokens().stream().skip(sentence.size() - 2L).anyMatch(each -> each.is("?"));
  }

  /// "In Port Louis Ann Berg, ...": a clause follows a place and a name.
  private static boolean isClauseNext(Sentence sentence, int to) {
    return to < sentence.size()
        && (sentence.get(to).isTagged("VERB", "AUX") || sentence.get(to).is(","));
  }

  /// "Commander Elias": a single name after a title, if there is no fuller one.
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
        new TextSpan(sentence.get(from).span().start(), sentence.get(to - 1).span().end())
            .in(text.text());
    if (countries.find(all).isPresent() || all.equals(all.toUpperCase(Locale.ROOT))) {
      return false;
    }
    boolean isPart = sentence.get(from).lower().matches("(?:north|south|east|west)(?:ern)?|new");
    if ((isPart && isCountry(sentence.get(to - 1))) || places.has(sentence.get(to - 1))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      Token token = sentence.get(i);
      if (token.lower().matches(LINKS)) {
        return false;
      }
      boolean isMonth = months.hasWord(token.lower()) && i == from;
      if (institutions.has(token) || isMonth || (isCountry(token) && i == from)) {
        return false;
      }
    }
    return true;
  }

  private void collectLastNames() {
    Comparator<Named> order = comparingInt(Named::sentence).thenComparingInt(Named::from);
    mentions.sort(order);
    List<Named> found = new ArrayList<>();
    for (Sentence each : text.sentences()) {
      collectLastNames(each, found);
    }
    mentions.addAll(found);
    mentions.sort(order);
  }

  private void collectLastNames(Sentence sentence, List<Named> found) {
    BitSet known = new BitSet();
    mentionsIn(sentence.number()).forEach(each -> known.set(each.from, each.to));
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.get(i);
      Person person = isCapital(token) ? byLastName.get(plain(token.text())) : null;
      person = person == null && isAlone(sentence, i) ? byFirstName(token) : person;
      if (person != null && !known.get(i) && !isDate(sentence, i)) {
        found.add(new Named(person, sentence.number(), i, i + 1, token.span()));
      }
    }
  }

  private boolean isAlone(Sentence sentence, int index) {
    boolean isBefore = index > 0 && sentence.get(index - 1).isCapital() && index > 1;
    boolean isAfter = index + 1 < sentence.size() && sentence.get(index + 1).isCapital();
    return sentence.get(index).isTagged("PROPN") && !isBefore && !isAfter;
  }

  /// The one person whose name begins with a word: in some languages the family name comes first.
  private @Nullable Person byFirstName(Token token) {
    List<Person> found =
        byFirstWord.getOrDefault(token.text(), List.of()).stream()
            .filter(each -> each.name().length() > token.text().length())
            .toList();
    return found.size() == 1 && !isCountry(token) ? found.getFirst() : null;
  }

  boolean isDate(Sentence sentence, int index) {
    return months.hasWord(sentence.get(index).lower())
        && ((index + 1 < sentence.size() && sentence.get(index + 1).isTagged("NUM"))
            || (index > 0 && sentence.get(index - 1).isTagged("NUM")));
  }

  /// A name in lower case, without accents and optional article.
  static String plain(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^[ae]l-", "");
  }

  private void learnOffice(Named named) {
    Sentence sentence = text.sentences().get(named.sentence);
    int start = behindTopic(sentence, NounPhrase.startOf(sentence, named.from, 0), named.from);
    if (start < named.from && officeIn(sentence, start, named.from) >= 0) {
      named.person.learnOffice(words(sentence, start, named.from));
      return;
    }
    if (start > 1 && start < named.from && behindOffice(sentence, start, named.to) == named.from) {
      int first = start;
      while (first > 0 && !offices.has(sentence.get(first))) {
        first--;
      }
      first = NounPhrase.startOf(sentence, first + 1, 0);
      named.person.learnOffice(words(sentence, first, named.from));
      return;
    }
    if (named.from >= 2 && sentence.get(named.from - 1).is("'s")) {
      named.person.learnOffice(words(sentence, start, named.from - 1));
      return;
    }
    if (named.from >= 2 && sentence.get(named.from - 1).is(",")) {
      int before = officeStart(sentence, named.from - 1);
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
        named.person.learnClause(words(sentence, after + 1, end), isRole(sentence, after + 1, end));
      }
    }
  }

  /// "Remarks of President Ann Berg": where the office begins behind what is hers.
  private int behindTopic(Sentence sentence, int from, int to) {
    int first = from;
    while (first < to && !offices.has(sentence.get(first))) {
      first++;
    }
    for (int of = first - 1; first < to && of > from; of--) {
      if (sentence.get(of).is("of")) {
        return NounPhrase.startOf(sentence, officeIn(sentence, first, to) + 1, of + 1);
      }
    }
    return from;
  }

  /// "Who speaks for the council", "who is their envoy": a clause that stands for an office.
  private boolean isRole(Sentence sentence, int who, int end) {
    int verb = who + 1;
    while (verb < end && sentence.get(verb).isTagged("AUX", "ADV")) {
      verb++;
    }
    boolean isBe = verb > who + 1 && sentence.get(verb - 1).lemma().equals("be");
    return verb < end
        && sentence.get(who).is("who")
        && (roles.at(sentence, verb, end).isPresent()
            || (isBe && officeIn(sentence, verb, end) >= 0));
  }

  /// Where "the minister for the islands in the north" begins.
  private static int officeStart(Sentence sentence, int end) {
    int before = NounPhrase.startOf(sentence, end, 0);
    while (before > 1 && before < end && isOwned(sentence.get(before - 1))) {
      int further = NounPhrase.startOf(sentence, before - 1, 0);
      if (further == before - 1) {
        return before;
      }
      before = further;
    }
    return before;
  }

  /// "For the islands", "in the north": not "with the envoy".
  private static boolean isOwned(Token preposition) {
    return preposition.isTagged("ADP") && !preposition.lower().matches("with|by|from|to|after");
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
    return mentionsIn(sentence.number()).stream().anyMatch(m -> m.from < to && m.to > from);
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
