package org.parley.reading.rules.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.TextSpan;
import org.parley.reading.dates.SpokenDates;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Agents;
import org.parley.reading.rules.clause.Clauses;
import org.parley.reading.rules.clause.Factuality;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Predicate;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.speech.Interview;
import org.parley.reading.syntax.Tree;

/// Finds announced steps: a verb with future modality, a verb that implies the future, or a future
/// day. Claims of settlement by a date count too.
public final class NextSteps {

  private final Article article;
  private final ParsedText text;
  private final SpokenDates dates;
  private final Clauses clauses;
  private final Agents agents;
  private final StepForms forms;
  private final Factuality factuality;
  private final Phrases markers;
  private final Phrases verbs;
  private final Phrases weak;
  private final Phrases plans;

  public NextSteps(Article article, ParsedText text) {
    this.article = article;
    this.text = text;
    Lexicon lexicon = text.lexicon();
    dates = new SpokenDates(article.published(), lexicon);
    clauses = new Clauses(lexicon);
    agents = new Agents(lexicon);
    forms = new StepForms(lexicon);
    factuality = new Factuality(lexicon);
    markers = lexicon.get("meetings.step-markers");
    verbs = lexicon.get("meetings.step-verbs");
    weak = lexicon.get("meetings.step-weak");
    plans = lexicon.get("meetings.step-plans");
  }

  public List<Proposal.OfStep> read(List<Proposal.OfClaim> claims) {
    List<Proposal.OfStep> found = new ArrayList<>();
    for (Sentence each : text.sentences()) {
      if (!Interview.isQuestion(each)) {
        List<Integer> all = IntStream.range(0, each.size()).boxed().toList();
        for (TextClause clause : clauses.of(each, all)) {
          step(clause).ifPresent(found::add);
        }
        claims.stream()
            .filter(claim -> each.span().contains(claim.quotation().at()))
            .flatMap(claim -> soon(each, claim).stream())
            .filter(step -> found.stream().noneMatch(other -> overlaps(step, other)))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static boolean overlaps(Proposal.OfStep one, Proposal.OfStep other) {
    return one.quotation().at().overlap(other.quotation().at()) > 0;
  }

  /// The step of a claim that a matter will be settled by a day.
  private Optional<Proposal.OfStep> soon(Sentence s, Proposal.OfClaim claim) {
    if (claim.stance() != SaidStance.FINAL_SOON) {
      return Optional.empty();
    }
    TextSpan at = claim.quotation().at();
    int from = 0;
    int to = s.size();
    while (from < to && s.get(from).span().start() < at.start()) {
      from++;
    }
    while (to > from && s.get(to - 1).span().end() > at.end()) {
      to--;
    }
    Edtf when = when(s, from, to);
    return when == null
        ? Optional.empty()
        : Optional.of(new Proposal.OfStep(claim.quotation(), claim.subject(), when, 55));
  }

  private Optional<Proposal.OfStep> step(TextClause clause) {
    Sentence s = clause.sentence();
    int first = clause.tokens().getFirst();
    int end = clause.tokens().getLast() + 1;
    int mark = s.tree().child(clause.head(), "mark", "advmod");
    boolean isOpen = mark >= 0 && s.get(mark).lower().matches("if|unless|how|whether");
    if (isOpen) {
      return Optional.empty();
    }
    Edtf when = when(s, first, end);
    boolean isConditional =
        clause.tokens().stream().anyMatch(i -> s.get(i).lower().matches("if|unless|provided"));
    if (when == null && isConditional) {
      return Optional.empty();
    }
    for (int each : clause.tokens()) {
      boolean isStep = verbs.at(s, each, end).isPresent();
      boolean isOwn =
          isAhead(s, each, end, when != null)
              || isSet(s, each, clause, when)
              || forms.isOne(s, each, end, isStep, when != null);
      if (isOwn
          && !isOpinion(s, each)
          && !factuality.isTakenBack(s, each)
          && !factuality.isCalledOff(s, each)
          && !isAside(s, each, clause.head())
          && !isWithin(s, each, clause.head(), when != null)) {
        TextSpan quote = s.span(first, end);
        String what = s.span(each, end).in(text.text()).replaceAll("\\s+", " ");
        return Optional.of(
            new Proposal.OfStep(
                Proposal.Quotation.of(text.text(), quote), what, when, when == null ? 50 : 65));
      }
    }
    return Optional.empty();
  }

  /// "Members vote on Saturday", "stoppages resume the next morning": present tense with a future
  /// day.
  private boolean isSet(Sentence s, int verb, TextClause clause, @Nullable Edtf when) {
    int subject = Speakers.subjectOf(s, verb);
    boolean isAhead =
        when != null
            && article.published() != null
            && !when.latestDay().isBefore(article.published())
            && when.latestDay().equals(when.earliestDay());
    return isAhead
        && verb == clause.head()
        && s.tree().tag(verb).matches("VBZ|VBP")
        && !s.get(verb).lemma().matches("be|have|say|expect|hope|want|think|believe|do")
        && helper(s, verb).isEmpty()
        && subject >= 0
        && !s.get(subject).lower().matches("i|we|you|he|she|it")
        && !isDenied(s, verb);
  }

  /// Whether a verb is in a relative clause or an embedded question: "one of sixteen that were to
  /// prepare it".
  private static boolean isWithin(Sentence s, int verb, int top, boolean hasDay) {
    Tree tree = s.tree();
    int at = verb;
    for (int steps = 0; at >= 0 && steps < s.size(); steps++) {
      boolean isOfNoun = !hasDay && at != top && tree.isLabelled(at, "relcl");
      String first =
          tree.isVerb(at) && tree.isLabelled(at, "ccomp", "csubj", "pcomp", "root", "advcl")
              ? s.get(tree.under(at).getFirst()).lower()
              : "";
      boolean isSubject =
          tree.isLabelled(at, "csubj")
              || (tree.isLabelled(at, "root", "advcl") && at == verb && first.matches("what|how"));
      boolean isAsked =
          first.matches("what|how|who|where|when|whether|why")
              && (isSubject || tree.isLabelled(at, "ccomp", "pcomp"));
      if (isOfNoun || isAsked) {
        return true;
      }
      at = at == top ? -1 : tree.head(at);
    }
    return false;
  }

  /// The last future day of a clause.
  private @Nullable Edtf when(Sentence s, int from, int to) {
    List<SpokenDates.Said> back = dates.in(s, from, to, false);
    Edtf last = null;
    for (SpokenDates.Said each : dates.in(s, from, to, true)) {
      boolean isToCome =
          back.stream().anyMatch(e -> e.from() == each.from() && isToCome(e.date(), false));
      if (isToCome(each.date(), true) && (isToCome || !isOfThePast(s, each.from()))) {
        last = each.date();
      }
    }
    return last;
  }

  private boolean isToCome(Edtf date, boolean orNow) {
    return article.published() == null
        || date.latestDay().isAfter(article.published())
        || (orNow && date.latestDay().equals(article.published()));
  }

  /// "Emerged on Thursday": the day of a past verb, not a deadline.
  private static boolean isOfThePast(Sentence s, int date) {
    int verb = Predicate.verbOf(s, date);
    boolean isBound =
        IntStream.range(Math.max(0, date - 3), date)
            .anyMatch(i -> s.get(i).lower().matches("by|before|until|till|within"));
    return verb >= 0 && !isBound && Predicate.isPast(s, verb);
  }

  private boolean isAhead(Sentence s, int token, int end, boolean hasDay) {
    boolean isPlan =
        plans.at(s, token, end).isPresent()
            && s.get(token).isTagged("VERB", "ADJ")
            && !s.tree().tag(token).equals("VBD")
            && !(Mood.of(s, token).isPerfect() && Mood.of(s, token).isAhead())
            && !isBefore(s, token);
    if (hasDay && isPlan) {
      return !isDenied(s, token);
    }
    boolean isHelper = s.tree().isLabelled(token, "aux", "auxpass");
    boolean isDone = s.tree().isVerb(token) && Mood.of(s, token).isPerfect();
    if (!s.tree().isVerb(token) || isHelper || isDone || isDenied(s, token)) {
      return false;
    }
    boolean isStep =
        verbs.at(s, token, end).isPresent() && (hasDay || !weak.at(s, token, end).isPresent());
    String helper = helper(s, token);
    if (helper.matches("will|shall|'ll")) {
      return isStep || hasDay;
    }
    if (helper.equals("would")) {
      return (hasDay && hasOwnDay(s, token, end))
          || (isStep && !agents.isOne(s, Speakers.subjectOf(s, token)));
    }
    boolean isPresent = s.tree().tag(token).matches("VBZ|VBP") && helper.isEmpty();
    int head = s.tree().head(token);
    boolean isJoined = head >= 0 && s.tree().isLabelled(token, "conj") && helper.equals("other");
    return isPresent
        ? isStep && (hasDay || isAgain(s, token))
        : (isCarried(s, token) || (isJoined && isCarried(s, head))) && (isStep || hasDay);
  }

  /// Whether a day after a verb depends on it: "would sign on Friday", not "said on Friday".
  private boolean hasOwnDay(Sentence s, int verb, int end) {
    return dates.in(s, 0, end, true).stream()
        .anyMatch(each -> s.tree().isUnder(each.from(), verb) && each.to() <= end);
  }

  /// "Had been set for Friday".
  private static boolean isBefore(Sentence s, int verb) {
    return s.tree().children(verb).stream()
        .anyMatch(each -> s.tree().isLabelled(each, "aux") && s.get(each).is("had"));
  }

  /// "The delegations meet again", "a ballot of the members follows".
  private boolean isAgain(Sentence s, int verb) {
    boolean isLate = s.get(verb).is("follows") || s.get(verb).is("follow");
    return (isLate && s.tree().child(verb, "dobj", "prep") < 0)
        || (verb + 1 < s.size()
            && s.get(verb + 1).is("again")
            && agents.isOne(s, Speakers.subjectOf(s, verb)));
  }

  /// "Will vote against", "shall meet in the middle": a position, not a step.
  private static boolean isOpinion(Sentence s, int verb) {
    int to = Math.min(s.size(), verb + 4);
    boolean isVote = s.get(verb).lemma().equals("vote");
    String after = isVote ? "no|yes|against|for|down" : "middle|halfway";
    boolean isEither = s.get(verb).lemma().matches("vote|meet");
    return isEither && IntStream.range(verb + 1, to).anyMatch(i -> s.get(i).lower().matches(after));
  }

  private static boolean isDenied(Sentence s, int verb) {
    Mood mood = Mood.of(s, verb);
    String first = s.get(s.tree().under(verb).getFirst()).lower();
    if (first.matches("not|no|none|nothing|nobody|neither")) {
      return true;
    }
    int head = s.tree().head(verb);
    boolean isCarriedSo = head >= 0 && s.tree().isVerb(head) && Mood.of(s, head).isDenied();
    return mood.isDenied() || (isCarriedSo && s.tree().isLabelled(verb, "xcomp"));
  }

  /// The modal verb of a verb, or "".
  private static String helper(Sentence s, int verb) {
    for (int each : s.tree().children(verb)) {
      boolean isModal = s.tree().isLabelled(each, "aux") && !s.get(each).is("to");
      if (isModal && s.tree().tag(each).equals("MD")) {
        return s.get(each).lower();
      }
    }
    return s.tree().child(verb, "aux", "auxpass") >= 0 ? "other" : "";
  }

  /// "Is due to meet", "agreed to return": the words that a verb depends on put it ahead.
  private boolean isCarried(Sentence s, int verb) {
    for (int i = Math.max(0, verb - 12); i < verb; i++) {
      Optional<Phrases.Match> marker = markers.at(s, i, verb);
      if (marker.isPresent() && isOver(s, marker.get(), verb) && !isDenied(s, i)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a verb depends on one of some words, or one of them helps it.
  private static boolean isOver(Sentence s, Phrases.Match marker, int verb) {
    for (int i = marker.from(); i < marker.to(); i++) {
      int head = s.tree().head(i);
      boolean isHelper =
          head >= 0 && s.tree().isLabelled(i, "aux", "auxpass") && s.tree().isUnder(verb, head);
      boolean isCarrier = s.tree().isVerb(i) || s.get(i).isTagged("ADJ", "ADV", "NOUN");
      if ((isHelper && head == verb) || (isCarrier && s.tree().isUnder(verb, i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a verb belongs to a clause of condition or time: "if they agree", "before it is
  /// signed".
  private static boolean isAside(Sentence s, int verb, int top) {
    Tree tree = s.tree();
    int at = verb;
    for (int steps = 0; at >= 0 && at != top && steps < s.size(); steps++) {
      int mark = tree.child(at, "mark", "advmod");
      boolean isCondition =
          mark >= 0 && s.get(mark).lower().matches("if|unless|before|after|until|once|when");
      if (isCondition && tree.isLabelled(at, "advcl")) {
        return true;
      }
      at = tree.head(at);
    }
    return false;
  }
}
