package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.Span;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.People;

/// Reads the claims of a text: who says what of the state of what.
final class Claims {

  private final ParsedText text;
  private final Lexicon lexicon;
  private final People people;
  private final Utterances utterances;
  private final Clauses clauses;
  private final Speakers speakers;
  private final Turns turns;
  private final Interview interview;
  private final Stances stances;
  private final Subjects subjects;
  private final SubjectNames names;
  private final ClaimMaker maker;
  private final Matters matters;
  private final SaidDates dates;
  private final Phrases rumour;
  private final List<Proposal.OfClaim> claims = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private List<Speaker> lastSpeakers = List.of();
  private int lastParagraph = -1;
  private @Nullable Edtf lastSaid;
  private final Map<String, Edtf> saidBy = new HashMap<>();
  private @Nullable Edtf opening;
  private String lastSubject = "";
  private List<Speaker> joint = List.of();
  private boolean inTurn;
  private @Nullable Judgement lastJudged;

  Claims(Article article, ParsedText text) {
    this.text = text;
    lexicon = text.lexicon();
    people = People.of(text, article.language());
    utterances = new Utterances(lexicon, people);
    clauses = new Clauses(lexicon);
    speakers = new Speakers(people);
    turns = new Turns(lexicon, people);
    interview = new Interview(text, turns, people);
    stances = new Stances(lexicon);
    subjects = new Subjects(lexicon);
    names =
        new SubjectNames(text.text(), people, lexicon.get("saying.questions"), stances, subjects);
    maker = new ClaimMaker(article, people, lexicon);
    matters = new Matters(lexicon);
    dates = new SaidDates(article, lexicon);
    rumour = lexicon.get("saying.rumour");
  }

  List<Proposal.OfClaim> read() {
    joint = JointText.speakers(text);
    opening = dates.first(text);
    opening = opening == null && !joint.isEmpty() ? dates.published() : opening;
    lastSaid = opening;
    text.sentences().forEach(this::read);
    return claims;
  }

  /// What was taken for somebody's words while the text was read.
  List<Heard> heard() {
    return heard;
  }

  private void read(Sentence s) {
    if (s.paragraph() != lastParagraph) {
      startParagraph(s);
    }
    lastJudged = null;
    introduce(s);
    List<Utterance> found = turns.isQuestion(s) ? List.of() : utterances.in(s);
    if (Interview.isQuestion(s)) {
      ask(s, found);
      return;
    }
    TreeSet<Integer> free = new TreeSet<>();
    for (int i = 0; i < s.size(); i++) {
      free.add(i);
    }
    for (Utterance each : found) {
      inTurn |= each.isTurn();
      free.removeAll(each.content());
      free.removeIf(i -> each.words().from() <= i && i < each.words().to());
    }
    if (found.isEmpty()) {
      unsaid(s, new ArrayList<>(free));
      remember(s);
    } else {
      for (Clause clause : clauses.of(s, new ArrayList<>(free))) {
        List<Speaker> own = subjectOf(s, clause);
        if (!own.isEmpty() && own.stream().allMatch(Speaker::isNamed)) {
          read(clause, null, own, dates.in(s, clause, lastSaidBy(s, clause.head(), own)), true);
        }
      }
      List<Clause> further = further(s, found.getLast(), free);
      for (Utterance each : found) {
        Edtf said = dates.of(s, each, lastSaidBy(s, each.verb(), each.speakers()));
        read(s, each.content(), each, each.speakers(), said);
        lastSpeakers = each.speakers();
        people.issue(s, each.content(), each.speakers().getFirst());
        lastSaid = said;
        if (said != null && !inTurn) {
          each.speakers().forEach(who -> saidBy.put(who.name(), said));
        }
      }
      boolean wasInTurn = inTurn;
      inTurn = true;
      for (Clause clause : further) {
        read(clause, null, lastSpeakers, lastSaid, false);
      }
      inTurn = wasInTurn;
      remember(s);
    }
  }

  /// When somebody spoke last: the day a conversation appeared, or a sentence that tells of now; at
  /// the beginning of a text, the day it begins with.
  private @Nullable Edtf lastSaidBy(Sentence s, int verb, List<Speaker> who) {
    Edtf last = who.isEmpty() ? null : saidBy.get(who.getFirst().name());
    boolean isNow = s.tree().tag(verb).matches("VBZ|VBP") && s.tree().child(verb, "aux") < 0;
    if (inTurn || (last == null && isNow)) {
      return dates.published();
    }
    boolean isOpening = s.paragraph() <= 1 || !joint.isEmpty();
    return last == null && isOpening ? opening : last;
  }

  /// "A member of her staff is less cheerful: water, he says, ...": who is new is meant by "he".
  private void introduce(Sentence s) {
    for (int i = 1; i < s.size(); i++) {
      boolean isNew =
          s.tree().isLabelled(i, "nsubj")
              && lexicon.get("people.unnamed").has(s.get(i))
              && s.tree().child(i, "det") >= 0
              && s.get(s.tree().child(i, "det")).lower().matches("a|an|another");
      if (isNew) {
        speakers.named(s, i);
      }
    }
  }

  private void startParagraph(Sentence s) {
    Optional<Speaker> answerer = interview.answererOf(s.paragraph());
    boolean isAsked = interview.isAsked(s.paragraph()) || turns.isQuestion(s);
    boolean isKept = inTurn && interview.isTranscript() && !isAsked;
    boolean isAnswer = lastParagraph >= 0 && interview.isAsked(lastParagraph);
    lastSpeakers = isAsked ? List.of() : isKept ? lastSpeakers : joint;
    lastSpeakers = answerer.map(List::of).orElse(lastSpeakers);
    lastSubject = isKept || isAnswer ? lastSubject : "";
    inTurn = isKept || answerer.isPresent();
    lastParagraph = s.paragraph();
  }

  /// A question says nothing, but what it is about is what the answer speaks of.
  private void ask(Sentence s, List<Utterance> found) {
    String topic = names.topic(s);
    lastSubject = topic.isEmpty() ? lastSubject : topic;
    for (Utterance each : found) {
      lastSpeakers = each.speakers();
      inTurn |= each.isTurn();
    }
  }

  /// What follows the last utterance after a semicolon, where nobody else is its subject.
  private List<Clause> further(Sentence s, Utterance last, NavigableSet<Integer> free) {
    int from = s.size();
    int end = last.words().to();
    end = last.content().isEmpty() ? end : Math.max(end, last.content().getLast() + 1);
    for (int i = s.size() - 1; i >= end; i--) {
      from = s.get(i).is(";") ? i : from;
    }
    return clauses.of(s, new ArrayList<>(free.tailSet(from))).stream()
        .filter(each -> subjectOf(s, each).isEmpty())
        .toList();
  }

  /// A sentence without a verb of saying: the last speaker goes on, or somebody it names takes a
  /// position.
  private void unsaid(Sentence s, List<Integer> tokens) {
    boolean isOwn = false;
    boolean isFirst = true;
    for (Clause clause : clauses.of(s, tokens)) {
      boolean isQuoted = s.get(clause.head()).isQuoted();
      List<Speaker> own = inTurn || isQuoted ? List.of() : subjectOf(s, clause);
      if (!own.isEmpty()) {
        read(clause, null, own, dates.in(s, clause, lastSaidBy(s, clause.head(), own)), isFirst);
        isOwn = true;
        lastSpeakers = own;
      } else if (!lastSpeakers.isEmpty()) {
        read(clause, null, lastSpeakers, inTurn ? dates.published() : lastSaid, isFirst);
      }
      isFirst = false;
    }
    if (!isOwn) {
      people.mentionOnly(s);
    }
    if (!inTurn && !Grammar.hasFinite(s, 0, s.size())) {
      title(s).ifPresent(each -> lastSpeakers = List.of(each));
    }
  }

  /// "More from the council.": whoever a sentence without a verb names goes on.
  private Optional<Speaker> title(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      if (s.tree().isLabelled(i, "pobj", "root", "appos") && s.get(i).isTagged("NOUN", "PROPN")) {
        Optional<Speakers.Found> found = speakers.named(s, i);
        if (found.isPresent() && found.get().speakers().getFirst().isNamed()) {
          return Optional.of(found.get().speakers().getFirst());
        }
      }
    }
    return Optional.empty();
  }

  /// The named subject of a clause; "it", where an institution spoke last.
  private List<Speaker> subjectOf(Sentence s, Clause clause) {
    int subject = Speakers.subjectOf(s, clause.head());
    if (subject < 0 && !clause.borrowed().isEmpty()) {
      subject = clause.borrowed().getLast();
      for (int each : clause.borrowed()) {
        subject = clause.borrowed().contains(s.tree().head(each)) ? subject : each;
      }
    }
    if (subject < 0) {
      return List.of();
    }
    if (s.get(subject).is("it")) {
      boolean isGroup =
          lexicon.get("stance.prefers").isIn(s, clause.head(), clause.tokens().getLast() + 1);
      return isGroup ? people.lastGroup(s.get(subject).span()).stream().toList() : List.of();
    }
    if (lexicon.get("documents.documents").has(s.get(subject))) {
      return List.of();
    }
    List<Speaker> own = speakers.named(s, subject).map(Speakers.Found::speakers).orElse(List.of());
    boolean isAct = lexicon.get("predicates.deny").at(s, clause.head(), s.size()).isPresent();
    boolean isOwn = own.stream().allMatch(each -> each.isNamed() || isAct || !joint.isEmpty());
    return isOwn ? own : List.of();
  }

  /// Whoever is the subject of the sentence is whom the next one means by "he"; where it is no
  /// person, the subject of what is joined to it.
  private void remember(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      int head = s.tree().head(i);
      boolean isJoined = head >= 0 && s.tree().isLabelled(i, "conj") && s.tree().head(head) < 0;
      boolean isMain = s.tree().isVerb(i) && (head < 0 || isJoined);
      int subject = isMain ? Speakers.subjectOf(s, i) : -1;
      Optional<Speakers.Found> found = subject < 0 ? Optional.empty() : speakers.named(s, subject);
      if (found.isPresent() && found.get().speakers().stream().allMatch(people::isPerson)) {
        people.mention(s, found.get().words().from(), found.get().words().to());
        return;
      }
    }
  }

  private void read(
      Sentence s, List<Integer> tokens, Utterance head, List<Speaker> who, @Nullable Edtf said) {
    if (tokens.isEmpty()) {
      return;
    }
    boolean isFirst = true;
    int first = claims.size();
    for (Clause clause : clauses.of(s, tokens)) {
      read(clause, head, carried(clause, head).orElse(who), said, isFirst, first);
      isFirst = false;
    }
  }

  /// "Berg said it was agreed, the Courier reported": the person, not the paper that carries it.
  private Optional<List<Speaker>> carried(Clause clause, Utterance head) {
    Sentence s = clause.sentence();
    boolean isCarried =
        clause.teller() >= 0 && lexicon.get("saying.carrying").has(s.get(head.verb()));
    return isCarried
        ? speakers
            .of(s, clause.teller())
            .map(Speakers.Found::speakers)
            .filter(each -> each.stream().allMatch(people::isPerson))
        : Optional.empty();
  }

  private void read(
      Clause clause,
      @Nullable Utterance head,
      List<Speaker> who,
      @Nullable Edtf said,
      boolean isFirst) {
    read(clause, head, who, said, isFirst, claims.size());
  }

  private void read(
      Clause clause,
      @Nullable Utterance head,
      List<Speaker> who,
      @Nullable Edtf said,
      boolean isFirst,
      int first) {
    Sentence s = clause.sentence();
    String verb = head == null || !isFirst ? "" : s.get(head.verb()).lemma();
    Sentence content = clause.whole();
    if (rumour.isIn(content, 0, content.size())) {
      heard.add(new Heard(clause.span(), who, Heard.Outcome.RUMOUR));
      return;
    }
    Sentence lean = clause.lean();
    Optional<Judgement> judged = lean == null ? Optional.empty() : judge(lean, verb);
    if (judged.isPresent() && lean != null) {
      content = lean;
    } else {
      judged = judge(content, verb).filter(each -> lean == null || !isWish(each));
    }
    if (judged.isEmpty()) {
      judged = elliptic(content);
    }
    Range all = new Range(0, content.size());
    if (judged.isEmpty() && isFirst && isUndertaking(verb)) {
      judged = Optional.of(new Judgement(SaidStance.AGREED, null, null, content.size() - 1, 65));
    }
    Range topic = Subjects.topic(content, all);
    if (!topic.isEmpty() && head == null) {
      lastSubject = names.words(content, topic);
    }
    if (judged.isEmpty()) {
      heard.add(new Heard(clause.span(), who, Heard.Outcome.NO_STATE));
      return;
    }
    boolean isAside =
        isWish(judged.get()) && s.tree().isLabelled(clause.head(), "relcl") && head != null;
    boolean isTold = head == null && !inTurn && joint.isEmpty() && !s.get(clause.head()).isQuoted();
    if (isAside || (isTold && isNewsroom(content, judged.get()))) {
      heard.add(new Heard(clause.span(), who, Heard.Outcome.NO_SUBJECT));
      return;
    }
    lastJudged = judged.get();
    Range about = subjects.of(content, all, judged.get());
    String subject = names.words(content, about);
    boolean isSaid = inTurn || !joint.isEmpty() || isDeed(clause, content, judged.get(), who);
    if (!matters.isOne(content, all, judged.get(), about, head, isSaid, lastSubject)) {
      heard.add(new Heard(clause.span(), who, Heard.Outcome.NO_SUBJECT));
      return;
    }
    heard.add(new Heard(clause.span(), who, Heard.Outcome.CLAIMED));
    if (Subjects.isPronoun(content, about)) {
      subject = names.meant(clause, subject, lastSubject);
    }
    String apart = head == null ? "" : names.apart(s, content, head, judged.get());
    subject = apart.isEmpty() ? subject : apart;
    Span quote = quote(clause, head, isFirst);
    if (judged.get().stance() == SaidStance.DENIED_REPORT && Subjects.isPronoun(content, about)) {
      Proposal.OfClaim told = claims.size() > first ? claims.getLast() : null;
      quote = deny(first, quote);
      int asked = names.question(s);
      if (told == null && asked > 0) {
        quote = new Span(s.get(0).span().start(), quote.end());
        subject = names.asked(s, asked, subject);
      }
      if (told != null) {
        subject = told.subject();
        judged =
            judged.map(j -> new Judgement(j.stance(), told.share(), null, j.key(), j.confidence()));
      }
    }
    int confidence = judged.get().confidence() - (head == null ? 20 : 0);
    for (Speaker speaker : who) {
      claims.add(
          maker.claim(
              clause,
              content,
              judged.get(),
              subject.isEmpty() ? names.words(content, all) : subject,
              speaker,
              said,
              quote,
              confidence));
    }
    lastSubject = subject;
  }

  /// "How much is left depends on whom one asks", "on Monday they handed over their papers": what
  /// the newsroom tells.
  private static boolean isNewsroom(Sentence content, Judgement judged) {
    boolean isQuestion = content.get(0).lower().matches("how|what|whether|who|where|when");
    return judged.stance() == SaidStance.RECEIVED
        || (judged.stance() == SaidStance.CONDITIONAL && isQuestion);
  }

  /// "The council subscribes to it": whoever a verb has as its subject takes a position by it.
  private boolean isDeed(Clause clause, Sentence content, Judgement judged, List<Speaker> who) {
    int verb = Math.min(judged.key(), content.size() - 1);
    while (content.tree().head(verb) >= 0
        && (!content.get(verb).isTagged("VERB") || content.tree().isLabelled(verb, "xcomp"))) {
      verb = content.tree().head(verb);
    }
    Span own = clause.sentence().get(clause.head()).span();
    boolean isVerb = content.get(verb).span().equals(own) || content.tree().head(verb) < 0;
    return isVerb && subjectOf(clause.sentence(), clause).equals(who);
  }

  private static boolean isWish(Judgement judged) {
    return judged.stance() == SaidStance.PREFERS || judged.stance() == SaidStance.REJECTED;
  }

  private Optional<Judgement> judge(Sentence content, String verb) {
    return stances.of(content, new Range(0, content.size()), verb);
  }

  /// "The first has been settled, the second has not": the opposite of what was said before.
  private Optional<Judgement> elliptic(Sentence content) {
    Judgement before = lastJudged;
    int last = content.size() - 1;
    boolean isDenied =
        last > 1
            && (content.get(last).is("not") || content.get(last).is("n't"))
            && content.get(last - 1).isTagged("AUX", "VERB");
    if (before == null || !isDenied) {
      return Optional.empty();
    }
    return switch (before.stance()) {
      case AGREED, MOSTLY_AGREED, SHARE, FINAL_SOON ->
          Optional.of(new Judgement(SaidStance.OPEN, null, null, last, 60));
      case OPEN -> Optional.of(new Judgement(SaidStance.AGREED, null, null, last, 60));
      case REJECTED, CONDITIONAL, RECEIVED, NOT_RECEIVED, PREFERS, DENIED_REPORT ->
          Optional.empty();
    };
  }

  /// "They agreed that": what follows is agreed, whatever it says.
  private static boolean isUndertaking(String verb) {
    return verb.equals("agree") || verb.equals("undertake") || verb.equals("resolve");
  }

  /// What is only told to be denied is no claim of its own.
  private Span deny(int first, Span quote) {
    Span all = quote;
    while (claims.size() > first) {
      Span told = claims.removeLast().quotation().at();
      all = new Span(Math.min(all.start(), told.start()), Math.max(all.end(), told.end()));
    }
    return all;
  }

  private static Span quote(Clause clause, @Nullable Utterance head, boolean isFirst) {
    Sentence s = clause.sentence();
    int first = clause.tokens().getFirst();
    int last = clause.tokens().getLast();
    first = first > 0 && s.get(first - 1).is("\"") ? first - 1 : first;
    last = last + 1 < s.size() && s.get(last + 1).is("\"") ? last + 1 : last;
    Span span = new Span(s.get(first).span().start(), s.get(last).span().end());
    if (head == null || !isFirst) {
      return span;
    }
    Span words =
        new Span(
            s.get(head.words().from()).span().start(), s.get(head.words().to() - 1).span().end());
    int gap = span.start() >= words.end() ? span.start() - words.end() : words.start() - span.end();
    boolean isNear = (gap < 90 && gap >= 0) || span.overlap(words) > 0;
    return isNear
        ? new Span(Math.min(span.start(), words.start()), Math.max(span.end(), words.end()))
        : span;
  }
}
