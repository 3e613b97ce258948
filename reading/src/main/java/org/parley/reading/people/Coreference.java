package org.parley.reading.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// The people of a text, and whom its pronouns, titles and descriptions mean. Asked from the
/// beginning of the text to its end: whom "he" means depends on who was spoken of last.
public final class Coreference {

  private static final Pattern FIRST_PERSON =
      Pattern.compile("i|we|you|it|this|that|there|one|ours|yours|mine|theirs|hers");

  /// So many mentions back a pronoun may reach.
  private static final int MAX_BACK = 2_000;

  private static final String HIS = "he|she|his|her|him";

  private final ParsedText text;
  private final Phrases offices;
  private final Phrases unnamed;
  private final Phrases institutions;
  private final Phrases pairs;
  private final Phrases pronouns;
  private final Phrases weekdays;
  private final NamedPeople names;
  private final DescriptionResolver descriptions;
  private final Map<String, Person> byLastName;
  private final List<NamedPeople.Named> mentions;
  private final Mentions places;
  private final Map<TextSpan, Optional<Speaker>> resolved = new HashMap<>();
  private final Map<String, Speaker> described = new HashMap<>();
  private final Set<String> nouns = new HashSet<>();
  private final Map<String, Speaker> issued = new HashMap<>();
  private final Phrases papers;
  private final Phrases documents;
  private final Phrases thirds;
  private final Phrases followings;
  private final Bodies bodies;
  private final TwoPersons two;
  private @Nullable Speaker joint;
  private @Nullable Person focus;
  private @Nullable Speaker group;
  private int groupParagraph = -1;

  /// Who was described last and has no name.
  private @Nullable Speaker somebody;

  /// Whether they spoke later than anybody with a name.
  private boolean isGroupLatest;

  /// Who spoke last, and in which paragraph.
  private @Nullable Speaker lastSaid;

  private int lastSaidParagraph;

  private Coreference(ParsedText text, String language) {
    this.text = text;
    Lexicon lexicon = text.lexicon();
    Countries countries = Countries.of(language);
    offices = lexicon.get("people.offices");
    unnamed = lexicon.get("people.unnamed");
    institutions = lexicon.get("people.institutions");
    pairs = lexicon.get("people.pairs");
    papers = lexicon.get("people.issued");
    documents = lexicon.get("documents.documents");
    thirds = lexicon.get("people.thirds");
    followings = lexicon.get("people.followings");
    bodies = new Bodies(countries, institutions, lexicon.get("people.kinds"));
    pronouns = lexicon.get("grammar.pronouns");
    weekdays = lexicon.get("dates.weekdays");
    names = new NamedPeople(text, countries);
    descriptions = new DescriptionResolver(text, names, countries);
    two = new TwoPersons(text, names);
    byLastName = names.byLastName;
    mentions = names.mentions;
    places = new Mentions(text, names);
  }

  /// The people of a text.
  public static Coreference of(ParsedText text, String language) {
    return new Coreference(text, language);
  }

  // who is meant

  /// The two persons whom "both" or "the two presidents" means; else the speaker alone.
  public List<Speaker> both(Speaker speaker) {
    List<Speaker> found = two.of(speaker);
    return found.isEmpty() ? List.of(speaker) : found;
  }

  /// The speaker named in a range of tokens, if able to speak; marks them as mentioned.
  public Optional<Speaker> speaker(Sentence sentence, int from, int to) {
    Optional<Speaker> found = resolve(sentence, from, to);
    found.ifPresent(
        speaker -> {
          lastSaid = speaker;
          lastSaidParagraph = sentence.paragraph();
          Person person = byLastName.get(NamedPeople.plain(lastWord(speaker.name())));
          if (person != null && person.name().equals(speaker.name())) {
            focus = person;
            isGroupLatest = false;
          } else {
            remember(sentence, from, to, speaker);
          }
        });
    return found;
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /// Whether a speaker is a person the text names.
  public boolean isPerson(Speaker speaker) {
    Person person = byLastName.get(NamedPeople.plain(lastWord(speaker.name())));
    return person != null && person.name().equals(speaker.name());
  }

  /// Whether a speaker is a person the text names, or an office without a name.
  public boolean isSomebody(Speaker speaker) {
    String last = NamedPeople.plain(lastWord(speaker.name()));
    return isPerson(speaker) || unnamed.hasWord(last) || offices.hasWord(last);
  }

  /// Whether a noun is an occupation: "diplomat", "minister".
  public boolean isRole(Token noun) {
    return unnamed.has(noun) || offices.has(noun);
  }

  /// Whether a noun is of what carries the words of its issuer: "statement", "letter".
  public boolean isIssued(Token noun) {
    return papers.has(noun) && noun.isTagged("NOUN", "PROPN");
  }

  /// Whether a noun is one of bodies or of offices: "ministry", "minister".
  public boolean isBodyOrOffice(Token noun) {
    return institutions.has(noun) || offices.has(noun);
  }

  /// The persons named in the words; empty if they name anything else.
  public List<Speaker> speakersNamed(Sentence sentence, int from, int to) {
    return from < to && places.namedIn(sentence, from, to) != null
        ? speakers(sentence, from, to).stream().filter(this::isPerson).toList()
        : List.of();
  }

  /// Somebody without a name, by the words that describe them: "an aide to President Berg".
  public Speaker unnamed(Sentence sentence, int from, int to) {
    TextSpan span = sentence.span(from, to);
    Speaker speaker = new Speaker(span.in(text.text()), sideIn(sentence, from, to), span, false);
    group = speaker;
    groupParagraph = sentence.paragraph();
    boolean isOne = !sentence.get(from).lower().matches("two|some|several|both");
    if (isOne && !sentence.get(to - 1).is("them")) {
      somebody = speaker;
      isGroupLatest = true;
    }
    return speaker;
  }

  /// The person whose name a label ends with, in whatever case: "PRIME MINISTER BERG".
  public Optional<Speaker> labelled(Sentence sentence, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      Person person = byLastName.get(NamedPeople.plain(sentence.get(i).text()));
      if (person != null) {
        focus = person;
        return Optional.of(said(person, sentence.span(from, to)));
      }
    }
    return Optional.empty();
  }

  /// Every speaker that the words name: "X and Y".
  public List<Speaker> speakers(Sentence sentence, int from, int to) {
    List<Speaker> all = new ArrayList<>();
    boolean isAllButOne = false;
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || sentence.get(i).is("and") || sentence.get(i).is(",")) {
        boolean isExcluded = i > start && isExcluded(sentence, start);
        isAllButOne |= isExcluded;
        if (i > start && !isExcluded) {
          speaker(sentence, start, i).ifPresent(all::add);
        }
        start = i + 1;
      }
    }
    boolean isJoint =
        all.stream()
            .anyMatch(each -> !byLastName.containsKey(NamedPeople.plain(lastWord(each.name()))));
    if (all.size() >= 2 && isJoint) {
      TextSpan span = sentence.span(from, to);
      Speaker joint = new Speaker(span.in(text.text()), null, span, true);
      group = joint;
      this.joint = joint;
      return List.of(joint);
    }
    if (all.size() < 2 && !isAllButOne) {
      all.clear();
      speaker(sentence, from, to).ifPresent(all::add);
    }
    return all;
  }

  /// "Berg, but not Oye": who did not.
  private static boolean isExcluded(Sentence sentence, int from) {
    int not = sentence.get(from).is("but") ? from + 1 : from;
    return not < sentence.size() && sentence.get(not).is("not");
  }

  /// The speaker of an occupational noun, "the dredger captains". "The veteran" continues the
  /// current topic; other descriptions are new people. A noun without modifiers, "traders said",
  /// refers to nobody in particular.
  public Optional<Speaker> anybody(Sentence sentence, int from, int to, int noun) {
    Token head = sentence.get(noun);
    Token first = sentence.get(from);
    boolean isThing =
        !head.isTagged("NOUN", "PROPN")
            || documents.has(head)
            || (to == from + 1 && !head.isCapital())
            || head.lower().matches(".+(?:tion|ment|ness|ity|ism|ance|ence)s?")
            || first.lower().matches("no|every|each|any|nobody|such|what|this|that|it");
    if (isThing) {
      return Optional.empty();
    }
    TextSpan span = sentence.span(from, to);
    boolean isBare = first.is("the") && to == noun + 1 && !NounPhrase.isMany(sentence, from, to);
    Person meant = isBare ? descriptions.meant(sentence, from, noun) : null;
    if (meant != null) {
      focus = meant;
      isGroupLatest = false;
      return Optional.of(said(meant, span));
    }
    Speaker speaker = new Speaker(span.in(text.text()), sideIn(sentence, from, to), span, false);
    remember(sentence, from, to, speaker);
    return Optional.of(speaker);
  }

  private void remember(Sentence sentence, int from, int to, Speaker speaker) {
    group = speaker;
    boolean isOne =
        !speaker.isNamed()
            && (isSomebody(speaker) || isOneOf(sentence, from, to))
            && !NounPhrase.isMany(sentence, from, to)
            && !institutions.has(sentence.get(NounPhrase.headOf(sentence, from, to)));
    bodies.remember(sentence, from, to, speaker);
    somebody = isOne ? speaker : somebody;
    isGroupLatest |= isOne;
    groupParagraph = sentence.paragraph();
    describe(sentence, from, to, speaker);
  }

  /// "The representative of Norland": somebody by an office, though the name of another ends it.
  private boolean isOneOf(Sentence sentence, int from, int to) {
    int head = NounPhrase.headOf(sentence, from, to);
    return head < to - 1
        && isRole(sentence.get(head))
        && places.namedIn(sentence, from, to) == null;
  }

  private Optional<Speaker> resolve(Sentence sentence, int from, int to) {
    if (from >= to) {
      return Optional.empty();
    }
    TextSpan at = sentence.span(from, to);
    Optional<Speaker> known = resolved.get(at);
    if (known == null) {
      known = resolveAnew(sentence, from, to);
      resolved.put(at, known);
    }
    return known;
  }

  private Optional<Speaker> resolveAnew(Sentence sentence, int from, int to) {
    Token last = sentence.get(to - 1);
    TextSpan span = sentence.span(from, to);
    boolean isFirstPerson = FIRST_PERSON.matcher(last.lower()).matches();
    if (to - from == 1 && (last.isTagged("PRON", "DET") || isFirstPerson)) {
      return pronoun(sentence, last);
    }
    NamedPeople.Named named = places.namedIn(sentence, from, to);
    if (named != null && isCloseTo(sentence, from, to)) {
      return Optional.of(unnamed(sentence, from, to));
    }
    if (named != null) {
      return Optional.of(said(named.person(), span));
    }
    Optional<Speaker> leader = leader(sentence, from, to).or(() -> writer(sentence, from, to));
    if (leader.isPresent()) {
      return leader;
    }
    Optional<Speaker> body = bodies.meant(sentence, from, to);
    if (body.isPresent()) {
      Speaker meant = body.get();
      return Optional.of(new Speaker(meant.name(), meant.office(), span, true));
    }
    Person national = descriptions.national(sentence, from, to, focus);
    if (national != null) {
      return Optional.of(said(national, span));
    }
    boolean isHead = isHeadOfState(sentence, from, to);
    boolean isPair = pairs.at(sentence, from, to).filter(pair -> pair.to() == to).isPresent();
    boolean isOne = offices.has(last) && last.lower().equals(last.lemma());
    if (!isHead && isPair && !isOne) {
      return Optional.of(new Speaker(span.in(text.text()), null, span, false));
    }
    int head = NounPhrase.headOf(sentence, from, to);
    Token noun = sentence.get(head);
    boolean isPossessed = sentence.get(from).isTagged("PRON");
    boolean isOwned = head > from + 1 && sentence.get(from + 1).is("'s") && offices.has(noun);
    boolean isDefinite = sentence.get(from).is("the") || isPossessed || isOwned;
    boolean isPlural = !noun.lower().equals(noun.lemma()) && noun.lower().endsWith("s");
    Speaker issuer = isDefinite ? issued.get(noun.lower()) : null;
    if (issuer != null) {
      return Optional.of(new Speaker(issuer.name(), issuer.office(), span, issuer.isNamed()));
    }
    Speaker before = somebody;
    boolean isSame = isDefinite && to - from == 3 && sentence.get(from + 1).is("same");
    if (isSame && before != null && isGroupNear(sentence) && unnamed.has(noun)) {
      return Optional.of(new Speaker(before.name(), before.office(), span, false));
    }
    Speaker both = joint;
    boolean isOfBoth = thirds.hasWord(noun.lower()) || papers.hasWord(noun.lower());
    if (both != null && isDefinite && isOfBoth) {
      return Optional.of(new Speaker(both.name(), both.office(), span, true));
    }
    Speaker same = isDefinite ? sameAs(sentence, from, head) : null;
    if (same != null) {
      return Optional.of(new Speaker(same.name(), same.office(), span, same.isNamed()));
    }
    boolean isOther = isPossessed && noun.is("colleague");
    if ((offices.has(noun) || isOther) && isDefinite && !isPlural) {
      Person meant = descriptions.described(sentence, from, to, head, focus, isGroupNear(sentence));
      if (meant != null) {
        meant.learnOffice(names.words(sentence, from, to));
        return Optional.of(said(meant, span));
      }
      Speaker near = group;
      boolean isAnother =
          near != null && DescriptionResolver.isOfAnother(sentence, head, to, near.name());
      if (near != null && isGroupNear(sentence) && !isPossessed && !isAnother) {
        return Optional.of(new Speaker(near.name(), near.office(), span, false));
      }
    }
    String words = span.in(text.text());
    boolean isBare = to - from == 2 && sentence.get(from).is("the") && !isPlural;
    Person latest = focus;
    if (isBare && unnamed.has(noun) && latest != null && !isGroupLatest && isNew(noun)) {
      return Optional.of(said(latest, span));
    }
    if (unnamed.has(noun) || offices.has(noun)) {
      return Optional.of(new Speaker(words, sideIn(sentence, from, to), span, false));
    }
    boolean isInstitution = institutions.has(noun) || isInstitution(sentence, from, head);
    boolean isName =
        noun.isCapital()
            && (noun.isTagged("PROPN") || (noun.isTagged("NOUN", "X") && head > 0))
            && !weekdays.hasWord(noun.lower())
            && !names.isDate(sentence, head)
            && NounPhrase.isCapitalised(sentence, from, head);
    if (isInstitution || isName) {
      return Optional.of(new Speaker(words, null, span, true));
    }
    return Optional.empty();
  }

  /// "Her party", "his delegation": the person speaks for those who follow.
  private Optional<Speaker> leader(Sentence sentence, int from, int to) {
    Token owner = sentence.get(from);
    boolean isFollowing =
        owner.lower().matches("his|her")
            && followings.has(sentence.get(to - 1))
            && NounPhrase.headOf(sentence, from, to) == to - 1;
    return isFollowing
        ? pronoun(sentence, owner)
            .map(
                each ->
                    new Speaker(
                        each.name(), each.office(), sentence.span(from, to), each.isNamed()))
        : Optional.empty();
  }

  /// "The committee's statement": the committee speaks.
  private Optional<Speaker> writer(Sentence sentence, int from, int to) {
    int owner = to - 3;
    boolean isPaper =
        owner >= from && sentence.get(to - 2).is("'s") && isIssued(sentence.get(to - 1));
    return isPaper
        ? resolve(sentence, from, owner + 1)
            .map(
                each ->
                    new Speaker(
                        each.name(), each.office(), sentence.span(from, to), each.isNamed()))
        : Optional.empty();
  }

  /// "A person close to Ann Berg": somebody else.
  private boolean isCloseTo(Sentence sentence, int from, int to) {
    for (int i = from; i + 3 < to; i++) {
      if (unnamed.has(sentence.get(i))
          && sentence.get(i + 1).is("close")
          && sentence.get(i + 2).is("to")) {
        return true;
      }
    }
    return false;
  }

  /// "The head of state": one office; "the heads of state" are many.
  private static boolean isHeadOfState(Sentence sentence, int from, int to) {
    return to - from == 4 && sentence.get(from + 1).is("head") && sentence.get(from + 2).is("of");
  }

  /// A person described before by the same noun: "the diplomat" after "a Western diplomat following
  /// the talks".
  private @Nullable Speaker sameAs(Sentence sentence, int from, int head) {
    boolean isBare = head == from + 1 || (head == from + 2 && sentence.get(from + 1).is("same"));
    String noun = sentence.get(head).lower();
    Speaker here = isBare ? described.get(noun + sentence.paragraph()) : null;
    boolean isGoingOn = isBare && here == null && isBeginning(sentence);
    return isGoingOn ? described.get(noun + (sentence.paragraph() - 1)) : here;
  }

  /// Whether a sentence begins its paragraph.
  private boolean isBeginning(Sentence sentence) {
    int before = sentence.number() - 1;
    return before >= 0 && text.sentences().get(before).paragraph() < sentence.paragraph();
  }

  /// Whether nobody without a name has been called so: "the diplomat" means a person named before.
  private boolean isNew(Token noun) {
    return !nouns.contains(noun.lower());
  }

  private void describe(Sentence sentence, int from, int to, Speaker speaker) {
    int head = NounPhrase.headOf(sentence, from, to);
    boolean isMore = head - from > 1 || to - head > 1 || !sentence.get(from).is("the");
    if (isMore && sentence.get(head).isTagged("NOUN") && !sentence.get(from).isTagged("PRON")) {
      described.put(sentence.get(head).lower() + sentence.paragraph(), speaker);
      nouns.add(sentence.get(head).lower());
    }
  }

  /// Remembers whose "statement" or "letter" a sentence tells of.
  public void issue(Sentence sentence, List<Integer> said, Speaker speaker) {
    for (int i = 1; i < sentence.size(); i++) {
      Token before = sentence.get(i - 1);
      boolean isPaper =
          papers.hasWord(sentence.get(i).lower())
              && before.isTagged("DET", "ADJ", "PRON", "NOUN")
              && !said.contains(i);
      if (isPaper && !before.is("the") && !before.is("that")) {
        issued.put(sentence.get(i).lower(), speaker);
      }
    }
  }

  /// Whether a name of several words that ends with the head is one of an institution.
  private boolean isInstitution(Sentence sentence, int from, int head) {
    for (int i = from; i < head; i++) {
      if (institutions.at(sentence, i, head + 1).filter(m -> m.to() == head + 1).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String sideIn(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = sentence.get(i);
      if (names.isCountry(token) || (token.isCapital() && i > from)) {
        return token.text();
      }
    }
    return null;
  }

  private Speaker said(Person person, TextSpan where) {
    return new Speaker(person.name(), person.office(), where, true);
  }

  private Optional<Speaker> pronoun(Sentence sentence, Token token) {
    if (token.is("both")) {
      Speaker both = new Speaker(token.text(), null, token.span(), false);
      return two.of(both).isEmpty() ? Optional.empty() : Optional.of(both);
    }
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
    Speaker newcomer = newcomer(sentence, token);
    if (newcomer != null) {
      return Optional.of(newcomer);
    }
    Speaker before = lastSaid;
    boolean isOne =
        before != null && (isPerson(before) ? mayBe(before, gender) : before.equals(somebody));
    if (before != null && isOne && isGoingOn(sentence, token)) {
      return Optional.of(
          new Speaker(before.name(), before.office(), token.span(), before.isNamed()));
    }
    Speaker last = somebody;
    if (last != null && isGroupLatest && !isSubjectSince(last.where().end(), sentence, token)) {
      return Optional.of(new Speaker(last.name(), last.office(), token.span(), false));
    }
    Person subject = places.subjectBefore(sentence, token);
    Person meant = subject != null && subject.mayBe(gender) ? subject : null;
    meant = meant == null && focus != null && focus.mayBe(gender) ? focus : meant;
    int end = NamedPeople.firstFrom(mentions, sentence.number() + 1);
    for (int i = end - 1; meant == null && i >= Math.max(0, end - MAX_BACK); i--) {
      NamedPeople.Named each = mentions.get(i);
      boolean isBefore =
          each.sentence() < sentence.number() || each.span().start() < token.span().start();
      meant = isBefore && each.person().mayBe(gender) ? each.person() : null;
    }
    if (meant == null) {
      return Optional.empty();
    }
    meant.learnGender(gender);
    return Optional.of(said(meant, token.span()));
  }

  /// Whether somebody with a name is a subject between a position and a pronoun.
  private boolean isSubjectSince(int start, Sentence sentence, Token pronoun) {
    int end = NamedPeople.firstFrom(mentions, sentence.number() + 1);
    for (int i = end - 1; i >= Math.max(0, end - MAX_BACK); i--) {
      NamedPeople.Named each = mentions.get(i);
      if (each.span().start() < start) {
        return false;
      }
      if (each.span().end() <= pronoun.span().start() && places.isSubject(each)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBe(Speaker speaker, String gender) {
    Person person = byLastName.get(NamedPeople.plain(lastWord(speaker.name())));
    return person != null && person.mayBe(gender);
  }

  /// "He continued", "she added": who spoke last in the paragraph, whatever names stand between.
  private boolean isGoingOn(Sentence sentence, Token pronoun) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.get(i).equals(pronoun)) {
        int verb = sentence.tree().head(i);
        return lastSaidParagraph == sentence.paragraph()
            && verb >= 0
            && sentence.get(verb).lemma().matches("continue|add|go|conclude");
      }
    }
    return false;
  }

  /// The subject of the words before in the sentence, if it is somebody new: "A diplomat was less
  /// sure: nothing, he said, was settled".
  private @Nullable Speaker newcomer(Sentence sentence, Token pronoun) {
    Speaker found = null;
    for (int i = 0;
        i < sentence.size() && sentence.get(i).span().end() <= pronoun.span().start();
        i++) {
      boolean isSubject = sentence.tree().isLabelled(i, "nsubj", "nsubjpass");
      if (!isSubject || sentence.get(i).lower().matches("who|that|which|he|she")) {
        continue;
      }
      int from = NounPhrase.startOf(sentence, i + 1, 0);
      boolean isNew = sentence.get(from).lower().matches("an?|one") && isRole(sentence.get(i));
      found = isNew ? new Speaker(described(sentence, from, i), null, pronoun.span(), false) : null;
    }
    return found;
  }

  /// The words from a beginning up to all that depends on a noun.
  private String described(Sentence sentence, int from, int noun) {
    List<Integer> under = sentence.tree().under(noun);
    int to = noun + 1;
    while (to < sentence.size() && under.contains(to) && !sentence.get(to).is(",")) {
      to++;
    }
    return sentence.span(from, to).in(text.text());
  }

  /// Whether the last speaker in the paragraph has no name.
  private boolean isGroupNear(Sentence sentence) {
    return group != null && !group.isNamed() && groupParagraph == sentence.paragraph();
  }

  /// Remembers the one person a sentence names.
  public void mentionOnly(Sentence sentence) {
    List<Person> named =
        names.mentionsIn(sentence.number()).stream()
            .map(NamedPeople.Named::person)
            .distinct()
            .toList();
    boolean isOfAnother =
        focus != null && sentence.tokens().stream().anyMatch(each -> each.lower().matches(HIS));
    boolean isSubject = names.mentionsIn(sentence.number()).stream().anyMatch(places::isSubject);
    if (named.size() == 1 && (isSubject || !isOfAnother)) {
      focus = named.getFirst();
    }
  }

  /// The mentions of persons in a sentence, from left to right.
  public List<PersonMention> mentionsIn(Sentence sentence) {
    List<PersonMention> found = new ArrayList<>();
    for (NamedPeople.Named each : names.mentionsIn(sentence.number())) {
      found.add(new PersonMention(said(each.person(), each.span()), each.to() - 1));
    }
    return found;
  }

  /// The first person that the text names.
  public Optional<Speaker> firstPerson() {
    return mentions.stream().findFirst().map(each -> said(each.person(), each.span()));
  }

  /// The person with this last name, in any case.
  public Optional<Speaker> byLastName(String name, TextSpan where) {
    return Optional.ofNullable(byLastName.get(NamedPeople.plain(name)))
        .map(each -> said(each, where));
  }

  /// The first person whose office has all these words.
  public Optional<Speaker> byOffice(List<String> words, TextSpan where) {
    return names.describable().stream()
        .filter(
            each ->
                each.office() != null
                    && !words.isEmpty()
                    && words.stream()
                        .allMatch(each.office().toLowerCase(java.util.Locale.ROOT)::contains))
        .findFirst()
        .map(each -> said(each, where));
  }

  /// The institution that spoke last in the paragraph, if "it" may refer to it.
  public Optional<Speaker> groupNear(Sentence sentence) {
    Speaker last = group;
    return last == null || groupParagraph != sentence.paragraph() || !last.isNamed()
        ? Optional.empty()
        : Optional.of(last);
  }

  /// The institution or group that spoke last.
  public Optional<Speaker> lastGroup(TextSpan where) {
    Speaker last = group;
    return last == null
        ? Optional.empty()
        : Optional.of(new Speaker(last.name(), last.office(), where, last.isNamed()));
  }

  /// Marks the subject of a sentence as mentioned, if it is named.
  public void mention(Sentence sentence, int from, int to) {
    resolve(sentence, from, to)
        .map(speaker -> byLastName.get(NamedPeople.plain(lastWord(speaker.name()))))
        .ifPresent(person -> focus = places.first(sentence, from, to, person));
  }

  /// The people named within some tokens.
  public List<String> named(Sentence sentence, int from, int to) {
    TextSpan range = sentence.span(from, to);
    return names.mentionsIn(sentence.number()).stream()
        .filter(m -> range.contains(m.span()))
        .map(m -> m.person().name())
        .distinct()
        .toList();
  }

  /// The office of the person with this name, if in the text.
  public @Nullable String officeOf(String name) {
    Person person = byLastName.get(NamedPeople.plain(lastWord(name)));
    return person == null ? null : person.office();
  }
}
