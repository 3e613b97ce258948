package org.parley.reading.rules.clause;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.reading.Speaker;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.NounPhrase;
import org.parley.reading.syntax.Tree;

/// Finds who a verb has as its subject, as speakers.
public final class Speakers {

  /// Speakers and the tokens that name them.
  public record FoundSpeaker(TokenRange words, List<Speaker> speakers) {}

  private static final int MAX_STEPS = 6;

  private final Coreference people;

  public Speakers(Coreference people) {
    this.people = people;
  }

  /// The subject of a verb, if able to speak.
  public Optional<FoundSpeaker> of(Sentence s, int verb) {
    int quoted = Math.max(quoted(s, verb), quotedBehind(s, verb));
    if (quoted >= 0) {
      return named(s, quoted);
    }
    Optional<FoundSpeaker> told = toldOf(s, verb);
    if (told.isPresent()) {
      return told;
    }
    int at = verb;
    for (int steps = 0; steps < MAX_STEPS && at >= 0; steps++) {
      if (subjectOf(s, at) >= 0) {
        return ofOwn(s, at);
      }
      boolean isManner = steps > 0 && !s.tree().isVerb(at) && s.tree().head(at) >= 0;
      if (!mayBorrow(s, at) && !isManner) {
        return beside(s, at);
      }
      at = s.tree().head(at);
    }
    return Optional.empty();
  }

  /// "Quoted Berg as saying": the one who is quoted; -1 if there is none.
  private static int quoted(Sentence s, int verb) {
    Tree tree = s.tree();
    int as = tree.isLabelled(verb, "pcomp") ? tree.head(verb) : -1;
    boolean isQuoted = as >= 0 && s.get(as).is("as") && tree.head(as) >= 0;
    return isQuoted && s.get(tree.head(as)).lemma().matches("quote|cite")
        ? tree.child(tree.head(as), "dobj", "nsubjpass")
        : -1;
  }

  /// "..., the Courier quoted Berg as saying": who is quoted, if the words stand before; -1 if
  /// nobody is.
  private static int quotedBehind(Sentence s, int verb) {
    Tree tree = s.tree();
    int as = s.get(verb).lemma().matches("quote|cite") ? tree.child(verb, "prep") : -1;
    int saying = as >= 0 && s.get(as).is("as") ? tree.child(as, "pcomp") : -1;
    int words = tree.child(verb, "ccomp");
    boolean isBefore = words >= 0 ? words < verb : verb > 1 && s.get(0).is("\"");
    return saying >= 0 && isBefore ? tree.child(verb, "dobj", "nsubjpass") : -1;
  }

  /// "The Courier has Berg saying that": who is told to say it.
  private Optional<FoundSpeaker> toldOf(Sentence s, int verb) {
    int have = s.tree().tag(verb).matches("VBG|VB") ? s.tree().head(verb) : -1;
    boolean isTold =
        have >= 0
            && s.get(have).lemma().equals("have")
            && s.tree().child(verb, "aux", "nsubj") < 0
            && s.tree().isLabelled(verb, "advcl", "ccomp", "xcomp", "acl");
    int whom = isTold ? s.tree().child(have, "dobj") : -1;
    return whom > have && whom < verb
        ? named(s, whom).filter(each -> each.speakers().stream().allMatch(people::isSomebody))
        : Optional.empty();
  }

  /// The subject of a verb that only people perform, "the harbour pilots said", for any noun.
  public Optional<FoundSpeaker> anybody(Sentence s, int verb) {
    int noun = subjectOf(s, verb);
    if (noun < 0 || s.tree().isLabelled(noun, "nsubjpass")) {
      return Optional.empty();
    }
    TokenRange own = PhraseBounds.of(s, noun);
    return people
        .anybody(s, own.from(), own.to(), noun)
        .map(each -> new FoundSpeaker(own, List.of(each)));
  }

  /// The subject nearest to the verb, if the parser found several.
  private Optional<FoundSpeaker> ofOwn(Sentence s, int verb) {
    List<Integer> subjects =
        s.tree().children(verb).stream()
            .filter(each -> s.tree().isLabelled(each, "nsubj", "nsubjpass"))
            .sorted(Comparator.comparingInt(each -> Math.abs(each - verb)))
            .toList();
    if (subjects.size() == 2 && isOneOf(s, subjects.getLast(), subjects.getFirst())) {
      TokenRange whole =
          new TokenRange(PhraseBounds.of(s, subjects.getLast()).from(), subjects.getFirst() + 1);
      List<Speaker> found = people.speakers(s, whole.from(), subjects.getLast() + 1);
      return found.isEmpty() ? Optional.empty() : Optional.of(new FoundSpeaker(whole, found));
    }
    if (subjects.size() > 1) {
      List<FoundSpeaker> found =
          subjects.stream().flatMap(each -> named(s, each).stream()).toList();
      return found.stream()
          .filter(each -> each.speakers().stream().allMatch(people::isPerson))
          .findFirst()
          .or(() -> found.isEmpty() ? Optional.empty() : Optional.of(found.getLast()));
    }
    return namedOrIssuer(s, subjectOf(s, verb));
  }

  /// The person or body that a noun names, or who issued the paper that it names.
  public Optional<FoundSpeaker> namedOrIssuer(Sentence s, int noun) {
    return issuer(s, noun).or(() -> named(s, noun));
  }

  /// "A statement from the ministry", "a note issued by the union": who issued it.
  private Optional<FoundSpeaker> issuer(Sentence s, int paper) {
    if (!people.isIssued(s.get(paper))) {
      return Optional.empty();
    }
    int from = PhraseBounds.of(s, paper).from();
    return s.tree().children(paper).stream()
        .filter(each -> each > paper)
        .map(each -> s.tree().isLabelled(each, "acl") ? s.tree().child(each, "agent") : each)
        .filter(each -> each >= 0 && s.get(each).lower().matches("from|by"))
        .map(each -> s.tree().child(each, "pobj"))
        .filter(each -> each >= 0)
        .flatMap(each -> named(s, each).stream())
        .map(each -> new FoundSpeaker(new TokenRange(from, each.words().to()), each.speakers()))
        .findFirst()
        .or(() -> writer(s, from, paper));
  }

  /// "Berg's letter", "a palace statement": who wrote it.
  private Optional<FoundSpeaker> writer(Sentence s, int from, int paper) {
    int writer = s.tree().child(paper, "poss", "compound", "nn");
    List<Speaker> found =
        writer >= from && writer < paper
            ? people.speakers(s, from, writer + 1)
            : List.<Speaker>of();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new FoundSpeaker(new TokenRange(from, paper + 1), found));
  }

  /// "The president of the liberal Open Town stressed": a name that modifies the noun before it, if
  /// the parser took both as subjects.
  private static boolean isOneOf(Sentence s, int noun, int name) {
    int of = s.tree().child(noun, "prep");
    return noun < name
        && of > noun
        && of < name
        && s.get(of).is("of")
        && NounPhrase.startOf(s, name, noun) <= of + 1;
  }

  /// "Senator Berg, who observed the talks, warned": the person before the verb or before an
  /// insertion, if the parse has no subject.
  private Optional<FoundSpeaker> beside(Sentence s, int verb) {
    int end = verb;
    while (end > 0 && s.get(end - 1).isTagged("ADV", "AUX", "PART")) {
      end--;
    }
    if (end > 1 && s.get(end - 1).is(",")) {
      int comma = end - 2;
      while (comma > 0 && !s.get(comma).is(",")) {
        comma--;
      }
      List<Speaker> apart =
          comma > 0 && comma + 1 < end - 1
              ? people.speakersNamed(s, comma + 1, end - 1)
              : List.<Speaker>of();
      boolean isApposition = NounPhrase.startOf(s, end - 1, 0) == comma + 1;
      if (!apart.isEmpty() && isApposition) {
        return Optional.of(new FoundSpeaker(new TokenRange(comma + 1, end - 1), apart));
      }
      end = comma > 0 ? comma : end;
    }
    int start = NounPhrase.startOf(s, end, 0);
    if (start >= end) {
      return Optional.empty();
    }
    List<Speaker> found = people.speakers(s, start, end);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new FoundSpeaker(new TokenRange(start, end), found));
  }

  /// The subject token of a verb, or the antecedent of a relative pronoun; -1 if there is none.
  public static int subjectOf(Sentence s, int verb) {
    Tree tree = s.tree();
    int subject = tree.child(verb, "nsubj", "nsubjpass");
    boolean isRelative =
        subject >= 0
            && (s.get(subject).is("who") || s.get(subject).is("which") || s.get(subject).is("that"))
            && tree.isLabelled(verb, "relcl");
    boolean isCleft =
        subject > 0
            && !isRelative
            && s.get(subject).is("who")
            && s.get(subject - 1).isTagged("NOUN", "PROPN");
    return isRelative ? tree.head(verb) : isCleft ? subject - 1 : subject;
  }

  /// The subject of a verb, or of the clause that it stands in; -1 if there is none.
  public static int nearestSubject(Sentence s, int verb) {
    int own = subjectOf(s, verb);
    return own >= 0 ? own : subjectOf(s, Predicate.topOf(s, verb));
  }

  /// "X came and said", "X spoke, adding", "X went on to say": a verb without a subject of its own.
  static boolean mayBorrow(Sentence s, int verb) {
    return s.tree().isLabelled(verb, "conj", "xcomp", "advcl", "acl", "relcl", "parataxis", "dep");
  }

  /// "One of them", "another of the diplomats".
  public boolean isSomeOf(Sentence s, int word) {
    int of = s.tree().child(word, "prep");
    int whom = of >= 0 && s.get(of).is("of") ? s.tree().child(of, "pobj") : -1;
    return whom >= 0
        && s.get(word).lower().matches("one|another|two|some|several")
        && (s.get(whom).lower().matches("them|us|those|these") || people.isRole(s.get(whom)));
  }

  /// The possessor: "Berg's view", "the ministry's answer".
  public Optional<FoundSpeaker> owner(Sentence s, int token) {
    if (s.get(token).is("its")) {
      return people
          .groupNear(s)
          .map(each -> new FoundSpeaker(new TokenRange(token, token + 1), List.of(each)));
    }
    int from = PhraseBounds.of(s, token).from();
    TokenRange words = new TokenRange(from, token + 1);
    List<Speaker> who =
        people
            .labelled(s, from, token + 1)
            .map(List::of)
            .orElseGet(() -> people.speakers(s, from, token + 1));
    return who.isEmpty() ? Optional.empty() : Optional.of(new FoundSpeaker(words, who));
  }

  /// "His man in the room, Ann Berg, said": the person between commas after the words for them.
  private Optional<FoundSpeaker> apart(Sentence s, TokenRange own) {
    int from = own.to() < s.size() && s.get(own.to()).is(",") ? own.to() + 1 : s.size();
    int to = from;
    while (to < s.size() && (s.get(to).isCapital() || s.get(to).isTagged("PROPN"))) {
      to++;
    }
    boolean isName = to > from && to < s.size() && s.get(to).is(",");
    List<Speaker> named = isName ? people.speakersNamed(s, from, to) : List.<Speaker>of();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(new FoundSpeaker(new TokenRange(own.from(), to), named));
  }

  /// "In Bern Ann Berg, the envoy who knows them all, said": the person before an apposition
  /// between commas.
  private Optional<FoundSpeaker> apposedTo(Sentence s, int noun, TokenRange own) {
    int comma = own.from() - 1;
    int end = noun + 1;
    while (end < s.size() && s.tree().isUnder(end, noun) && !s.get(end).is(",")) {
      end++;
    }
    boolean isApart =
        comma > 1
            && s.get(comma).is(",")
            && end + 1 < s.size()
            && s.get(end).is(",")
            && s.get(own.from()).isTagged("DET", "PRON")
            && s.tree().tag(noun).equals("NN");
    int start = comma;
    while (isApart && start > 0 && s.get(start - 1).isTagged("PROPN")) {
      start--;
    }
    List<Speaker> named =
        isApart && start < comma ? people.speakersNamed(s, start, comma) : List.<Speaker>of();
    return named.size() == 1
        ? Optional.of(new FoundSpeaker(new TokenRange(start, own.to()), named))
        : Optional.empty();
  }

  /// "The council for its part".
  private static TokenRange withoutPart(Sentence s, TokenRange own) {
    for (int i = own.from() + 1; i + 2 < own.to(); i++) {
      if (s.get(i).is("for") && s.get(i + 2).is("part")) {
        return new TokenRange(own.from(), i);
      }
    }
    return own;
  }

  /// "The Ministry of Water, Energy and Mines": with all that a body or office is of.
  private TokenRange withAll(Sentence s, TokenRange own) {
    int of = own.to() - 1;
    while (of > own.from() && s.get(of).isCapital()) {
      of--;
    }
    boolean isOf =
        of > own.from()
            && of < own.to() - 1
            && s.get(of).lower().matches("of|for")
            && people.isBodyOrOffice(s.get(of - 1));
    int to = own.to();
    boolean isClosed = false;
    while (isOf && !isClosed && to + 1 < s.size() && s.get(to).lower().matches(",|and|&")) {
      int and = s.get(to).is(",") && s.get(to + 1).lower().matches("and|&") ? to + 1 : to;
      isClosed = !s.get(and).is(",");
      int end = and + 1;
      while (end < s.size() && s.get(end).isCapital() && s.get(end).isWord()) {
        end++;
      }
      isOf = end > and + 1;
      to = end;
    }
    if (!isOf || !isClosed) {
      return own;
    }
    int place = to;
    boolean isPlaced = to + 1 < s.size() && s.get(to).lower().matches("of|in|at");
    while (isPlaced && place + 1 < s.size() && s.get(place + 1).isCapital()) {
      place++;
    }
    return new TokenRange(own.from(), place > to ? place + 1 : to);
  }

  /// The person or body named by a noun with its appositions, a person first.
  public Optional<FoundSpeaker> named(Sentence s, int noun) {
    if (s.get(noun).is("it")) {
      return people
          .groupNear(s)
          .map(each -> new FoundSpeaker(new TokenRange(noun, noun + 1), List.of(each)));
    }
    TokenRange own = withAll(s, withoutPart(s, PhraseBounds.of(s, noun)));
    Optional<FoundSpeaker> before = apposedTo(s, noun, own);
    if (before.isPresent()) {
      return before;
    }
    for (int each : s.tree().children(noun)) {
      if (s.tree().isLabelled(each, "appos")) {
        TokenRange apart = PhraseBounds.of(s, each);
        List<Speaker> persons = people.speakersNamed(s, apart.from(), apart.to());
        boolean isNamed = !people.speakersNamed(s, own.from(), own.to()).isEmpty();
        if (!persons.isEmpty() && !isNamed) {
          return Optional.of(new FoundSpeaker(new TokenRange(own.from(), apart.to()), persons));
        }
      }
    }
    if (isSomeOf(s, noun)) {
      return Optional.of(new FoundSpeaker(own, List.of(people.unnamed(s, own.from(), own.to()))));
    }
    boolean isOfPerson =
        noun + 1 < own.to()
            && people.named(s, own.from(), noun + 1).isEmpty()
            && !people.named(s, noun + 1, own.to()).isEmpty()
            && s.tree().child(noun, "prep") > noun;
    Optional<FoundSpeaker> apart =
        people.named(s, own.from(), own.to()).isEmpty() ? apart(s, own) : Optional.empty();
    if (apart.isPresent()) {
      return apart;
    }
    int to = isOfPerson ? noun + 1 : own.to();
    List<Speaker> speakers = people.speakers(s, own.from(), to);
    if (isOfPerson && speakers.size() == 1 && !people.isPerson(speakers.getFirst())) {
      return Optional.of(new FoundSpeaker(own, List.of(people.unnamed(s, own.from(), own.to()))));
    }
    return speakers.isEmpty() ? Optional.empty() : Optional.of(new FoundSpeaker(own, speakers));
  }
}
