package org.parley.reading.rules.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.NounPhrase;
import org.parley.reading.people.SpeakerStanding;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.rules.speech.SpeechSource;
import org.parley.reading.rules.speech.Utterance;
import org.parley.reading.rules.stance.ClauseJudge;
import org.parley.reading.rules.stance.Judgement;
import org.parley.reading.rules.stance.Stances;
import org.parley.reading.rules.subject.Matters;
import org.parley.reading.rules.subject.SubjectCandidates;
import org.parley.reading.rules.subject.SubjectMention;
import org.parley.reading.rules.subject.SubjectModel;
import org.parley.reading.rules.subject.SubjectNames;
import org.parley.reading.rules.subject.Subjects;

/// Turns clauses into claims once their speaker is known: the stance and subject of each.
final class ClauseClaims {

  /// The probability that a term in a list of agreed ones is agreed.
  private static final int LISTED = 80;

  /// That of a term in the sentences after "we have a deal".
  private static final int TERM = 60;

  private final ClauseJudge judge;
  private final ClauseFeatures features;
  private final StanceWeighing weighing;
  private final boolean isLearnt;
  private final Subjects subjects;
  private final SubjectCandidates candidates;
  private final @Nullable SubjectModel subjectModel;
  private final SubjectNames names;
  private final ClaimMaker maker;
  private final SpeakerStanding standings;
  private final Matters matters;
  private final ActorFinder doers;
  private final Newsroom newsroom;
  private final Phrases rumour;
  private final Phrases noncommittal;
  private final Phrases settled;
  private final Phrases accepted;
  private final List<Proposal.OfClaim> claims = new ArrayList<>();
  private final List<ClauseTrace> traces = new ArrayList<>();
  private final AgreedTerms terms;
  private final ShortAnswers answers;
  private List<Speaker> listed = List.of();
  private String lastSubject = "";

  /// Whether the next clause is a position told beside the subject before it.
  private boolean isAside;

  ClauseClaims(
      Article article,
      ParsedText text,
      Coreference people,
      ActorFinder doers,
      @Nullable StanceModel stanceModel,
      @Nullable SubjectModel subjectModel) {
    this.subjectModel = subjectModel;
    Lexicon lexicon = text.lexicon();
    Stances stances = new Stances(lexicon);
    judge = new ClauseJudge(stances);
    features = new ClauseFeatures(lexicon, stances);
    isLearnt = stanceModel != null;
    weighing = new StanceWeighing(stanceModel, stances);
    subjects = new Subjects(lexicon);
    names = new SubjectNames(text.text(), people, lexicon, stances, subjects);
    candidates = new SubjectCandidates(lexicon, names);
    maker = new ClaimMaker(article, people, lexicon);
    standings = new SpeakerStanding(text, people, article.language());
    matters = new Matters(lexicon);
    terms = new AgreedTerms(text.text(), lexicon);
    answers = new ShortAnswers(text, stances);
    this.doers = doers;
    newsroom = new Newsroom(lexicon, doers);
    rumour = lexicon.get("saying.rumour");
    noncommittal = lexicon.get("stance.noncommittal");
    settled = lexicon.get("predicates.settle");
    accepted = lexicon.get("predicates.accept");
  }

  List<Proposal.OfClaim> claims() {
    return claims;
  }

  List<ClauseTrace> traces() {
    return traces;
  }

  void add(Proposal.OfClaim claim) {
    claims.add(claim);
  }

  int size() {
    return claims.size();
  }

  /// Starts a sentence, whose clauses may refer to each other.
  void startSentence(Sentence s) {
    judge.startSentence(s);
    answers.startSentence();
    listed = terms.of(s);
  }

  /// Whose terms the sentence is, if it stands in a list of what was agreed.
  List<Speaker> listed() {
    return listed;
  }

  /// Forgets the last subject.
  void startSubject() {
    lastSubject = "";
    answers.forget();
  }

  /// "..., which Kyiv refuses": what stands before the comma is the subject.
  void speakOf(Sentence s, int verb) {
    int comma = s.tree().under(verb).getFirst();
    while (comma > 0 && !s.get(comma).is(",")) {
      comma--;
    }
    int from = comma == 0 ? 0 : NounPhrase.startOf(s, wholeOf(s, comma - 1) + 1, 0);
    lastSubject = from < comma ? names.words(s, new TokenRange(from, comma)) : lastSubject;
    isAside = from < comma;
  }

  /// "The plan for the port": the noun that a noun belongs to.
  private static int wholeOf(Sentence s, int noun) {
    int by = s.tree().isLabelled(noun, "pobj") ? s.tree().head(noun) : -1;
    int owner = by >= 0 && s.tree().isLabelled(by, "prep") ? s.tree().head(by) : -1;
    return owner >= 0 && s.get(owner).isTagged("NOUN", "PROPN") ? wholeOf(s, owner) : noun;
  }

  /// Records the subject of a question for its answer.
  void ask(Sentence s) {
    String topic = names.topic(s);
    lastSubject = topic.isEmpty() ? lastSubject : topic;
    answers.ask(s);
  }

  /// Creates the claim of a short answer, if the sentence is one.
  private boolean answer(TextClause clause, SpeechSource source) {
    Sentence question = answers.question();
    Optional<Judgement> answered =
        source.isFloor() ? answers.of(clause.sentence()) : Optional.<Judgement>empty();
    if (question == null || answered.isEmpty()) {
      return false;
    }
    Judgement judged = answered.get();
    TokenRange about = subjects.of(question, new TokenRange(0, question.size()), judged);
    String subject = names.words(question, about);
    boolean isVague = isActor(question, about, judged) || Subjects.isPronoun(question, about);
    subject = (isVague || subject.isEmpty()) && !lastSubject.isEmpty() ? lastSubject : subject;
    for (Speaker speaker : source.who()) {
      if (!subject.isEmpty() && standings.of(speaker) != SpeakerStanding.Ability.NOBODY) {
        claims.add(
            maker.claim(
                clause,
                clause.whole(),
                judged,
                subject,
                speaker,
                source,
                clause.sentence().span(),
                judged.confidence()));
      }
    }
    traces.add(
        new ClauseTrace(
            clause.span(), source.who(), ClauseTrace.Outcome.CLAIMED, Set.of(), List.of()));
    return true;
  }

  /// Creates the claims of one clause.
  ///
  /// @param isFirst whether it is the first clause of its utterance
  /// @param first the first claim of the same utterance
  void read(TextClause clause, SpeechSource source, boolean isFirst, int first) {
    Sentence s = clause.sentence();
    Utterance head = source.head();
    List<Speaker> who = source.who();
    if (isFirst && head == null && answer(clause, source)) {
      return;
    }
    int attribution =
        clause.attribution() >= 0
            ? clause.attribution()
            : isFirst && head != null ? head.verb() : -1;
    String verb = attribution < 0 ? "" : s.get(attribution).lemma();
    Sentence whole = clause.whole();
    int repeated = judge.repeatedFrom(clause);
    boolean isOfNobody =
        repeated > 0 && whole.get(repeated - 1).lemma().equals("do") && !isNamedIn(clause, who);
    boolean isRumour =
        rumour.isIn(whole, 0, whole.size()) || (head == null && rumour.isIn(s, 0, s.size()));
    boolean isNeither =
        noncommittal.isIn(whole, 0, whole.size())
            || (head != null
                && noncommittal.in(s, 0, s.size()).stream()
                    .anyMatch(each -> each.from() <= head.verb() && head.verb() < each.to()));
    if (isRumour || isNeither || isOfNobody) {
      ClauseTrace.Outcome nothing =
          isRumour ? ClauseTrace.Outcome.RUMOUR : ClauseTrace.Outcome.NO_STATE;
      traces.add(new ClauseTrace(clause.span(), who, nothing, Set.of(), List.of()));
      return;
    }
    Optional<ClauseJudge.Judged> ruled = judge.of(clause, verb, isFirst);
    Optional<Judgement> byRules = ruled.map(ClauseJudge.Judged::judgement);
    Sentence content = ruled.map(ClauseJudge.Judged::content).orElse(whole);
    TokenRange all = new TokenRange(0, content.size());
    TokenRange topic = Subjects.topic(content, all);
    if (!topic.isEmpty() && head == null) {
      lastSubject = names.words(content, topic);
    }
    ClauseTrace.Outcome outcome =
        byRules
            .map(each -> outcome(clause, content, each, source))
            .orElse(ClauseTrace.Outcome.NO_STATE);
    isAside = false;
    boolean isRepeated = repeated > 0 && byRules.isPresent() && !lastSubject.isEmpty();
    boolean isClaim = isRepeated || outcome == ClauseTrace.Outcome.CLAIMED;
    Set<String> seen = features.of(content, verb, source, isFirst, byRules, outcome);
    Optional<Judgement> weighed =
        isRepeated
            ? byRules
            : weighing.of(
                content,
                verb,
                byRules,
                isClaim,
                head != null || source.isFloor(),
                isDeed(clause, content, byRules, source),
                seen);
    boolean isListed = isFirst && !listed.isEmpty() && who.equals(listed);
    if (weighed.isEmpty() && (isListed || (source.isFloor() && terms.isOne(s, content, who)))) {
      int key = Math.max(0, ClauseFeatures.top(content));
      weighed = Judgement.of(SaidStance.AGREED, key, isListed ? LISTED : TERM);
    }
    Optional<Judgement> handed =
        source.isFloor() && byRules.isEmpty()
            ? answers.handedOver(content, lastSubject)
            : Optional.<Judgement>empty();
    weighed = handed.isPresent() ? handed : weighed;
    if (weighed.filter(each -> each.stance() == SaidStance.AGREED).isPresent()) {
      terms.announce(s, who);
    }
    boolean isSettled =
        byRules
            .map(Judgement::stance)
            .filter(each -> each == SaidStance.AGREED || each == SaidStance.MOSTLY_AGREED)
            .isPresent();
    if (source.isFloor() && isSettled) {
      terms.settle(s, who);
    }
    if (weighed.isEmpty() || isImpatience(content, weighed.get())) {
      traces.add(
          new ClauseTrace(
              clause.span(),
              who,
              isClaim ? ClauseTrace.Outcome.UNLIKELY : outcome,
              seen,
              List.of()));
      return;
    }
    Judgement judged = NegatedThought.of(s, clause.attribution(), weighed.get());
    judge.keep(judged);
    TokenRange about = subjects.of(content, all, judged);
    String subject = names.words(content, about);
    boolean isActor = isActor(content, about, judged);
    if (isActor || subjects.isBareState(content, about)) {
      subject = lastSubject.isEmpty() ? subject : lastSubject;
    } else if (Subjects.isPronoun(content, about)) {
      String meant = names.meant(clause, subject, lastSubject);
      int question = subject.matches("(?i)it|that|this") ? names.question(s) : -1;
      subject = question > 0 ? names.asked(s, question, meant) : meant;
    }
    String apart = head == null ? "" : names.apart(s, content, head, judged);
    subject = apart.isEmpty() ? subject : apart;
    TextSpan quote = quote(clause, head, isFirst);
    if (judged.stance() == SaidStance.DENIED_REPORT && Subjects.isPronoun(content, about)) {
      Proposal.OfClaim before = claims.size() > first ? claims.getLast() : null;
      quote = deny(first, quote);
      int asked = names.question(s);
      if (before == null && asked > 0) {
        quote = new TextSpan(s.get(0).span().start(), quote.end());
        subject = names.asked(s, asked, subject);
      }
      if (before != null) {
        subject = before.subject();
        judged =
            new Judgement(judged.stance(), before.share(), null, judged.key(), judged.confidence());
      }
    }
    if (isRepeated) {
      boolean isOwn = head == null && !source.isFloor();
      subject =
          isOwn ? lastSubject : names.words(content, new TokenRange(repeated, content.size()));
    }
    String ruledSubject = subject.isEmpty() ? names.words(content, all) : subject;
    List<SubjectMention> mentioned =
        candidates.of(content, judged, source, ruledSubject, lastSubject);
    traces.add(new ClauseTrace(clause.span(), who, ClauseTrace.Outcome.CLAIMED, seen, mentioned));
    subject =
        subjectModel == null || isRepeated
            ? ruledSubject
            : subjectModel.of(mentioned).orElse(ruledSubject);
    if (subject.matches("(?i)what|who|which|(?:the )?following|as follows")) {
      return;
    }
    for (Speaker speaker : who) {
      SpeakerStanding.Ability ability = standings.of(speaker);
      if (ability != SpeakerStanding.Ability.NOBODY) {
        int sure = confidence(judged, byRules, isClaim, source, ability);
        claims.add(maker.claim(clause, content, judged, subject, speaker, source, quote, sure));
        echo(clause, content, judged, speaker, source, sure);
      }
    }
    lastSubject = subject;
  }

  /// "As was the timetable": the same of a second thing.
  private void echo(
      TextClause clause,
      Sentence content,
      Judgement judged,
      Speaker speaker,
      SpeechSource source,
      int sure) {
    Optional<TokenRange> echo = judged.share() == null ? Echoes.of(clause) : Optional.empty();
    if (echo.isPresent()) {
      Sentence s = clause.sentence();
      String thing = names.words(s, Echoes.thing(echo.get()));
      TextSpan at = s.span(echo.get().from(), echo.get().to());
      claims.add(maker.claim(clause, content, judged, thing, speaker, source, at, sure));
    }
  }

  /// "Wants it finished by Thursday", "hoped for compromises": a wish that it be settled, and no
  /// variant.
  private boolean isImpatience(Sentence content, Judgement judged) {
    int verb = Math.min(judged.key(), content.size() - 1);
    if (judged.stance() != SaidStance.PREFERS || verb < 0) {
      return false;
    }
    return content.get(verb).lemma().equals("hope")
        || (content.get(verb).lemma().equals("want")
            && content.tree().children(verb).stream()
                .anyMatch(i -> i > verb && isToBeSettled(content, i)));
  }

  private boolean isToBeSettled(Sentence content, int verb) {
    return content.tree().tag(verb).equals("VBN")
        && (settled.at(content, verb, content.size()).isPresent()
            || accepted.at(content, verb, content.size()).isPresent());
  }

  /// "So did Karl Oye": the second actor is named in the clause.
  private static boolean isNamedIn(TextClause clause, List<Speaker> who) {
    return who.stream().anyMatch(each -> each.where().overlap(clause.span()) > 0);
  }

  private int confidence(
      Judgement judged,
      Optional<Judgement> byRules,
      boolean isClaim,
      SpeechSource source,
      SpeakerStanding.Ability ability) {
    boolean isRuled = byRules.filter(each -> each.stance() == judged.stance()).isPresent();
    return isLearnt
        ? CalibratedConfidence.of(
            judged.stance(), judged.confidence(), isRuled, isClaim, source, ability)
        : judged.confidence();
  }

  private boolean isActor(Sentence content, TokenRange about, Judgement judged) {
    return subjects.isActor(content, about) && judged.stance() != SaidStance.DENIED_REPORT;
  }

  private boolean isDeed(
      TextClause clause, Sentence content, Optional<Judgement> byRules, SpeechSource source) {
    return source.head() == null
        && !source.isFloor()
        && doers.isPosition(clause)
        && byRules.filter(each -> newsroom.isDeed(clause, content, each, source)).isPresent();
  }

  /// The outcome of a clause by the rules alone.
  private ClauseTrace.Outcome outcome(
      TextClause clause, Sentence content, Judgement judged, SpeechSource source) {
    Sentence s = clause.sentence();
    Utterance head = source.head();
    if (isAside && !lastSubject.isEmpty()) {
      return ClauseTrace.Outcome.CLAIMED;
    }
    boolean isPartOfNoun =
        ClauseJudge.isWish(judged) && s.tree().isLabelled(clause.head(), "relcl") && head != null;
    boolean isNarration = head == null && !source.isFloor() && !s.get(clause.head()).isQuoted();
    if (isPartOfNoun || (isNarration && newsroom.isNarration(clause, content, judged, source))) {
      return ClauseTrace.Outcome.NO_SUBJECT;
    }
    TokenRange all = new TokenRange(0, content.size());
    TokenRange about = subjects.of(content, all, judged);
    boolean isSaid = source.isFloor() || newsroom.isDeed(clause, content, judged, source);
    boolean isOfNothing =
        isActor(content, about, judged)
            && lastSubject.isEmpty()
            && head == null
            && !source.isFloor()
            && !matters.isStateWord(content, judged);
    return isOfNothing || !matters.isOne(content, all, judged, about, head, isSaid, lastSubject)
        ? ClauseTrace.Outcome.NO_SUBJECT
        : ClauseTrace.Outcome.CLAIMED;
  }

  /// Replaces claims that are only reported to be denied.
  private TextSpan deny(int first, TextSpan quote) {
    TextSpan all = quote;
    while (claims.size() > first) {
      TextSpan source = claims.removeLast().quotation().at();
      all = new TextSpan(Math.min(all.start(), source.start()), Math.max(all.end(), source.end()));
    }
    return all;
  }

  private static TextSpan quote(TextClause clause, @Nullable Utterance head, boolean isFirst) {
    Sentence s = clause.sentence();
    int first = clause.tokens().getFirst();
    int last = clause.tokens().getLast();
    first = first > 0 && s.get(first - 1).is("\"") ? first - 1 : first;
    last = last + 1 < s.size() && s.get(last + 1).is("\"") ? last + 1 : last;
    TextSpan span = new TextSpan(s.get(first).span().start(), s.get(last).span().end());
    if (head == null || !isFirst) {
      return span;
    }
    TextSpan words =
        new TextSpan(
            s.get(head.words().from()).span().start(), s.get(head.words().to() - 1).span().end());
    int gap = span.start() >= words.end() ? span.start() - words.end() : words.start() - span.end();
    boolean isNear = (gap < 90 && gap >= 0) || span.overlap(words) > 0;
    return isNear
        ? new TextSpan(Math.min(span.start(), words.start()), Math.max(span.end(), words.end()))
        : span;
  }
}
