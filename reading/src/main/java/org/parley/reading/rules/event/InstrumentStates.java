package org.parley.reading.rules.event;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.model.act.ActKind;
import org.parley.reading.Proposal.ReportedState;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Predicate;
import org.parley.reading.syntax.Tree;

/// The state of an instrument by its context: the verb it is subject or object of, its predicate,
/// and its holder.
final class InstrumentStates {

  private static final Map<ReportedState, String> BY_VERB =
      new EnumMap<>(
          Map.of(
              ReportedState.ADOPTED, "adopted",
              ReportedState.PUBLISHED, "published",
              ReportedState.DELIVERED, "delivered",
              ReportedState.REJECTED, "rejected",
              ReportedState.PROPOSED, "proposed",
              ReportedState.DRAFT, "draft",
              ReportedState.UNDER_DISCUSSION, "discussed",
              ReportedState.SUSPENDED, "suspended",
              ReportedState.TERMINATED, "terminated"));

  /// The acts of verbs that say more than the state they lead to.
  private static final Map<String, ActKind> BY_LEMMA =
      Map.of(
          "ratify", ActKind.RATIFIED,
          "initial", ActKind.INITIALLED,
          "enter", ActKind.ENTERED_INTO_FORCE,
          "denounce", ActKind.DENOUNCED,
          "withdraw", ActKind.WITHDRAWN,
          "pull", ActKind.WITHDRAWN);

  private final Lexicon lexicon;

  InstrumentStates(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The act by which an instrument came into its state, if the verb tells; else null.
  @Nullable ActKind act(Sentence s, int noun) {
    int verb = Predicate.verbOf(s, noun);
    return verb < 0 ? null : BY_LEMMA.get(s.get(verb).lemma());
  }

  /// Whether the act on an instrument is still to come: its day is no day of an act.
  static boolean isAhead(Sentence s, int noun) {
    int verb = Predicate.verbOf(s, noun);
    return verb >= 0 && isToCome(s, verb);
  }

  /// The state of an instrument; null if none is reported.
  @Nullable ReportedState of(Sentence s, int noun) {
    Tree tree = s.tree();
    int at = noun;
    for (int steps = 0;
        steps < 3 && tree.isLabelled(at, "pobj", "prep", "compound", "conj");
        steps++) {
      at = tree.head(at) < 0 ? at : tree.head(at);
    }
    if (isLeft(s, noun)) {
      return ReportedState.TERMINATED;
    }
    int verb = tree.isLabelled(at, "dobj", "nsubj", "nsubjpass") ? tree.head(at) : -1;
    boolean isObject = verb >= 0 && tree.isLabelled(at, "dobj");
    ReportedState state =
        verb < 0 || isConditional(s, verb) ? null : byVerb(s, verb, isObject || isOf(s, noun, at));
    if (state == ReportedState.TEXT_AGREED && isInPart(s, at)) {
      state = ReportedState.UNDER_DISCUSSION;
    }
    int awaited = verb < 0 || state != null ? -1 : tree.child(verb, "xcomp");
    if (awaited >= 0 && isYetTo(s, awaited) && Mood.of(s, awaited).isPassive()) {
      return byVerb(s, awaited, true);
    }
    if (state == null && verb >= 0 && isDraft(s, noun) && isToCome(s, verb)) {
      return ReportedState.DRAFT;
    }
    boolean isAgreement =
        state == ReportedState.TEXT_AGREED
            && s.get(at).lemma().matches("agreement|consensus|understanding|compromise");
    boolean isOther = at != noun && !isOf(s, noun, at) && !isAgreement && !isShare(s, at);
    if (isOther) {
      state = null;
    }
    if (state == null && verb >= 0 && tree.isLabelled(at, "nsubj")) {
      state = byPredicate(s, verb, at);
    }
    for (int each : tree.under(noun)) {
      boolean isOwn = tree.isLabelled(each, "relcl", "acl") && tree.head(each) == noun;
      int first = tree.isLabelled(each, "conj") ? tree.head(each) : -1;
      boolean isMore =
          first >= 0 && tree.head(first) == noun && tree.isLabelled(first, "relcl", "acl");
      boolean isVerb = s.get(each).isTagged("VERB");
      state = state == null && isVerb && (isOwn || isMore) ? byVerb(s, each, true) : state;
    }
    if (state == null && isJointly(s, noun)) {
      return ReportedState.PUBLISHED;
    }
    return state == null && isDraft(s, noun) && isDescribed(s, noun) ? ReportedState.DRAFT : state;
  }

  /// "Wrote in a joint statement that": it is out.
  private boolean isJointly(Sentence s, int noun) {
    Tree tree = s.tree();
    int in = tree.isLabelled(noun, "pobj") ? tree.head(noun) : -1;
    int verb = in < 0 || !s.get(in).is("in") ? -1 : tree.head(in);
    return verb >= 0
        && lexicon.get("saying.verbs").has(s.get(verb))
        && tree.children(noun).stream().anyMatch(i -> s.get(i).is("joint"));
  }

  /// "Withdrew from the treaty", "has pulled out of it".
  private boolean isLeft(Sentence s, int noun) {
    int at = noun;
    for (int steps = 0;
        steps < s.size()
            && s.tree().isLabelled(at, "pobj", "prep", "pcomp")
            && s.tree().head(at) >= 0;
        steps++) {
      at = s.tree().head(at);
    }
    Mood mood = at == noun || !s.tree().isVerb(at) ? null : Mood.of(s, at);
    return mood != null
        && is(s, at, "left")
        && !mood.isDenied()
        && !mood.isAhead()
        && !mood.isAble()
        && !mood.isDoubtful()
        && !mood.isDemanded()
        && !isTo(s, at)
        && !isConditional(s, at);
  }

  /// "The commission's draft on fishing": a draft of something is one by its name.
  private static boolean isDescribed(Sentence s, int noun) {
    return s.tree().child(noun, "prep", "poss", "nmod", "amod") >= 0
        || s.tree().children(noun).stream().anyMatch(each -> s.get(each).is("draft"));
  }

  /// Whether something is signed, and so a paper, whatever it is called.
  boolean isSigned(Sentence s, int noun) {
    Tree tree = s.tree();
    int verb = tree.isLabelled(noun, "dobj", "nsubjpass") ? tree.head(noun) : -1;
    boolean isThing = s.get(noun).isTagged("NOUN") && !tree.isLabelled(noun, "nsubj");
    return verb >= 0
        && isThing
        && is(s, verb, "signed")
        && s.get(verb).lemma().matches("sign|initial")
        && byVerb(s, verb, true) == ReportedState.SIGNED;
  }

  /// "A copy of the treaty": an act on one is an act on the other; unlike "an audit of the plan".
  private boolean isOf(Sentence s, int noun, int top) {
    return top != noun
        && (s.tree().isLabelled(noun, "compound", "conj")
            || is(s, top, "papers")
            || is(s, top, "further")
            || s.get(top).lemma().matches("copy|version|part|page|chapter|half|percent|item"));
  }

  /// "A draft law would go to the cabinet": a future act leaves it a draft.
  private static boolean isDraft(Sentence s, int noun) {
    return s.get(noun).is("draft")
        || s.tree().children(noun).stream().anyMatch(each -> s.get(each).is("draft"));
  }

  private static boolean isToCome(Sentence s, int verb) {
    Mood mood = Mood.of(s, verb);
    return !mood.isDenied() && (mood.isAhead() || isTo(s, verb));
  }

  /// "If they show us a list": not done.
  private static boolean isConditional(Sentence s, int verb) {
    int mark = s.tree().child(verb, "mark", "advmod");
    return mark >= 0 && s.get(mark).lower().matches("if|unless|once|when|whether|until");
  }

  /// "Wants it adopted", "hopes to see it signed": a wish.
  private static boolean isWished(Sentence s, int verb) {
    int head = s.tree().head(verb);
    return head >= 0
        && s.tree().tag(verb).equals("VBN")
        && s.tree().child(verb, "aux", "auxpass") < 0
        && s.tree().isLabelled(verb, "ccomp", "xcomp", "oprd", "dep")
        && s.get(head).lemma().matches("want|expect|hope|like|see|need|have|wish");
  }

  /// "The document gives": an act of the document, unlike "the list reached them" and "the treaty
  /// entered into force".
  private static boolean isActing(Sentence s, int verb, boolean isObject) {
    return !isObject
        && s.tree().child(verb, "auxpass") < 0
        && !s.get(verb).lemma().matches("reach|land|come|arrive|go|appear|run|find|enter");
  }

  private @Nullable ReportedState byVerb(Sentence s, int verb, boolean isObject) {
    Mood mood = Mood.of(s, verb);
    boolean isAhead =
        mood.isAhead()
            || mood.isAble()
            || mood.isDoubtful()
            || mood.isDemanded()
            || isTo(s, verb)
            || isPermitted(s, verb)
            || isWanted(s, verb);
    boolean isDenied = mood.isDenied() || isYetTo(s, verb);
    if (isWished(s, verb)) {
      return null;
    }
    if (is(s, verb, "refused") && isObject) {
      return null;
    }
    if (is(s, verb, "signed") && (!isAhead || isDenied)) {
      return isDenied ? ReportedState.NOT_SIGNED : ReportedState.SIGNED;
    }
    boolean isDone = isObject || mood.isPassive();
    if (is(s, verb, "draft") && isYetTo(s, verb)) {
      return ReportedState.NOT_AGREED;
    }
    if (is(s, verb, "agreed") && isDone && (!isAhead || isDenied)) {
      return isDenied ? ReportedState.NOT_AGREED : ReportedState.TEXT_AGREED;
    }
    if (is(s, verb, "finalised") && !isDenied && (isAhead || mood.isGoingOn())) {
      return ReportedState.BEING_FINALISED;
    }
    if (is(s, verb, "delivered") && isDenied && (!isAhead || isYetTo(s, verb))) {
      return ReportedState.NOT_RECEIVED;
    }
    if (isWith(s, verb)) {
      return isWithPolishers(s, verb) ? ReportedState.BEING_FINALISED : ReportedState.UNDER_REVIEW;
    }
    boolean isComing = s.get(verb).lemma().equals("come");
    if (isAhead || isDenied || isComing || isActing(s, verb, isObject)) {
      return null;
    }
    if (is(s, verb, "review") && (isObject || mood.isPassive())) {
      return ReportedState.UNDER_REVIEW;
    }
    for (ReportedState each : BY_VERB.keySet()) {
      if (is(s, verb, Objects.requireNonNull(BY_VERB.get(each)))) {
        return each;
      }
    }
    return null;
  }

  /// "May negotiate and sign deals": the modal verb of the first holds for both.
  private static boolean isPermitted(Sentence s, int verb) {
    int first = s.tree().isLabelled(verb, "conj") ? s.tree().head(verb) : -1;
    boolean isBare = first >= 0 && s.tree().tag(verb).equals("VB");
    Mood mood = Mood.of(s, Math.max(0, first));
    return isBare && (mood.isAble() || mood.isAhead() || mood.isDoubtful());
  }

  /// "That a treaty be concluded": what is asked for or refused is not done.
  private static boolean isWanted(Sentence s, int verb) {
    int helper = s.tree().child(verb, "auxpass");
    return helper >= 0 && s.get(helper).is("be") && s.tree().child(verb, "aux") < 0;
  }

  /// "Is all but complete", "is ready for signature", "was finished": the predicate of a document.
  private @Nullable ReportedState byPredicate(Sentence s, int verb, int subject) {
    int word = s.tree().child(verb, "acomp", "attr", "oprd");
    if (word < 0 || !s.get(verb).lemma().matches("be|look|stand|lie")) {
      return null;
    }
    boolean isDenied = Mood.of(s, verb).isDenied();
    boolean isNearly =
        s.tree().under(verb).stream().anyMatch(i -> i < word && is(s, i, "nearly") && i > verb);
    boolean isWhole = is(s, word, "whole");
    if (!isWhole || Mood.of(s, verb).isAhead() || isConditional(s, verb)) {
      return null;
    }
    boolean isPart =
        s.tree().under(word).stream().anyMatch(i -> isShare(s, i)) || isInPart(s, subject);
    if (isPart) {
      return ReportedState.UNDER_DISCUSSION;
    }
    if (isDenied || isNearly) {
      return isDenied ? ReportedState.UNDER_DISCUSSION : ReportedState.BEING_FINALISED;
    }
    boolean isToSign =
        s.get(word).is("ready")
            && s.tree().under(word).stream().anyMatch(i -> s.get(i).lemma().startsWith("sign"));
    return isToSign ? ReportedState.READY_TO_SIGN : ReportedState.TEXT_AGREED;
  }

  /// "Nine-tenths of the plan", "most elements of the deal": not the whole.
  private boolean isInPart(Sentence s, int top) {
    return isShare(s, top)
        || s.tree().children(top).stream()
            .anyMatch(i -> i < top && (isShare(s, i) || is(s, i, "in-part")));
  }

  /// Whether a word says a share: "90 percent", "nine-tenths".
  boolean isShare(Sentence s, int token) {
    return lexicon.get("share.percent").at(s, token, s.size()).isPresent()
        || lexicon.get("share.denominators").hasWord(s.get(token).lower().replaceFirst(".*-", ""))
        || lexicon.get("share.fractions").at(s, token, s.size()).isPresent();
  }

  private static boolean isTo(Sentence s, int verb) {
    int helper = s.tree().child(verb, "aux");
    return helper >= 0 && s.get(helper).is("to");
  }

  /// "Has yet to see the map", "has still to be written", "did not get to see it".
  private static boolean isYetTo(Sentence s, int verb) {
    int head = s.tree().isLabelled(verb, "xcomp") ? s.tree().head(verb) : -1;
    boolean isYet =
        head >= 0
            && s.tree().children(head).stream()
                .anyMatch(i -> i < verb && s.get(i).lower().matches("yet|still"));
    return isTo(s, verb) && (isYet || (head >= 0 && Mood.of(s, head).isDenied()));
  }

  /// "Is with the lawyers", "was in the hands of the typists".
  private static boolean isWith(Sentence s, int verb) {
    int with = s.get(verb).lemma().matches("be|lie|sit|rest") ? s.tree().child(verb, "prep") : -1;
    int hands = with < 0 ? -1 : s.tree().child(with, "pobj");
    return with >= 0
        && (s.get(with).is("with")
            || (hands >= 0
                && s.get(with).lower().matches("in|before|on")
                && s.get(hands).lower().matches("hands|desk|desks")));
  }

  private boolean isWithPolishers(Sentence s, int verb) {
    return s.tree().under(s.tree().child(verb, "prep")).stream()
        .anyMatch(i -> is(s, i, "polishers"));
  }

  private boolean is(Sentence s, int index, String heading) {
    return lexicon.get("documents." + heading).at(s, index, s.size()).isPresent();
  }
}
