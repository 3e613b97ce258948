package org.parley.clause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.clause.ClausePhrase.PhraseKind;
import org.parley.clause.Clock.ClockKind;
import org.parley.clause.Consequence.ClockTurn;
import org.parley.clause.Consequence.ForceTurn;
import org.parley.clause.Consequence.Place;
import org.parley.clause.PhraseChanges.PhrasePair;

/// Says what differs between two clauses.
final class ClauseChanges {

  private static final Pattern PARTICIPLE = Pattern.compile("(\\p{L}{3,}?)(?:ed|ing)");

  private final Place at;
  private final NormClause before;
  private final NormClause after;
  private final ClauseLanguage language;
  private final List<Consequence> found;

  ClauseChanges(
      Place at,
      NormClause before,
      NormClause after,
      ClauseLanguage language,
      List<Consequence> found) {
    this.language = language;
    this.at = at;
    this.before = before;
    this.after = after;
    this.found = found;
  }

  void list() {
    if (before.force() == Deontic.OPEN || after.force() == Deontic.OPEN) {
      brackets();
      return;
    }
    if (isOtherAct()) {
      found.add(new Consequence.ClauseDisappears(at, before));
      found.add(new Consequence.ClauseAppears(at, after));
      return;
    }
    if (before.force() != after.force()) {
      force();
    }
    boolean isOneAct = true;
    if (before.force().isNorm() && after.force().isNorm()) {
      who();
      isOneAct = act();
      furtherActs();
    }
    clocks();
    conditions();
    List<PhrasePair> phrases = phrases(isOneAct);
    figures(phrases);
    scopes(phrases);
  }

  /// Tells phrases that differ in more than figures. Another act may have others to whom it is
  /// done.
  private List<PhrasePair> phrases(boolean isOneAct) {
    List<PhrasePair> phrases =
        new PhraseChanges(before, after, this::words, language)
            .list().stream()
                .filter(each -> isOneAct || each.kind() != PhraseKind.RECIPIENT)
                .toList();
    for (PhrasePair each : phrases) {
      String old = each.old();
      String now = each.now();
      if (each.kind() == PhraseKind.RESTRICTION) {
        found.add(
            new Consequence.ScopeChanged(at, restriction(old), restriction(now), before, after));
      } else {
        found.add(new Consequence.RoleChanged(at, each.kind(), old, now, before, after));
      }
    }
    return phrases;
  }

  private static @Nullable ScopeWord restriction(@Nullable String words) {
    return words == null ? null : new ScopeWord(words, "restricted");
  }

  /// Leaves out what the words of phrases told already have.
  private static <T> void leaveOut(
      List<T> found, List<PhrasePair> phrases, boolean isOld, Function<String, List<T>> read) {
    for (PhrasePair each : phrases) {
      String words = isOld ? each.old() : each.now();
      if (words != null) {
        read.apply(words).forEach(found::remove);
      }
    }
  }

  private void brackets() {
    if (after.force().isNorm()) {
      found.add(new Consequence.ForceChanged(at, ForceTurn.SETTLED, before, after));
    } else if (before.force().isNorm()) {
      found.add(new Consequence.ForceChanged(at, ForceTurn.REOPENED, before, after));
    }
  }

  /// Whether what was owed or allowed and what is forbidden now are different acts: "shall cease",
  /// and "shall not resume".
  private boolean isOtherAct() {
    return before.force().isNorm()
        && after.force().isNorm()
        && before.force().isNegative() != after.force().isNegative()
        && !isOneVerb(language.verb(before.act()), language.verb(after.act()))
        && !language.isAlike(language.verb(before.act()), language.verb(after.act()));
  }

  private static boolean isOneVerb(String one, String other) {
    int stem = Math.min(4, Math.min(one.length(), other.length()));
    return one.substring(0, stem).equals(other.substring(0, stem));
  }

  private void force() {
    if (!before.force().isNorm()) {
      found.add(new Consequence.ClauseAppears(at, after));
    } else if (!after.force().isNorm()) {
      found.add(new Consequence.ClauseDisappears(at, before));
    } else {
      found.add(new Consequence.ForceChanged(at, turn(), before, after));
    }
  }

  private ForceTurn turn() {
    int change = after.force().strength() - before.force().strength();
    boolean isReversed = before.force().isNegative() != after.force().isNegative();
    return isReversed ? ForceTurn.REVERSED : change < 0 ? ForceTurn.WEAKER : ForceTurn.STRONGER;
  }

  private void who() {
    boolean isUnnamed = before.parties().isEmpty() || after.parties().isEmpty();
    boolean isSame =
        isUnnamed
            ? subject(before.who()).equals(subject(after.who()))
            : new HashSet<>(before.parties()).equals(new HashSet<>(after.parties()));
    if (!isSame) {
      found.add(new Consequence.WhoChanged(at, before, after));
    }
  }

  /// "Shall report" and "shall submit reports" are one act.
  ///
  /// @return whether both are
  private boolean act() {
    if (isMeasure(before) || isMeasure(after)) {
      return true;
    }
    String old = language.verb(before.act());
    String now = language.verb(after.act());
    boolean isOne =
        language.isAlike(old, now)
            || after.act().stream().anyMatch(each -> each.length() > 2 && isOneVerb(old, each))
            || before.act().stream().anyMatch(each -> each.length() > 2 && isOneVerb(each, now));
    if (!isOne) {
      found.add(new Consequence.ActChanged(at, old, now, before, after));
    }
    return isOne;
  }

  /// Acts after the first. The first one may fall: "audited and published" becomes "published".
  private void furtherActs() {
    List<String> old = new ArrayList<>(before.further());
    List<String> now = new ArrayList<>(after.further());
    if (old.contains(language.verb(after.act()))) {
      old.addFirst(language.verb(before.act()));
    }
    if (now.contains(language.verb(before.act()))) {
      now.addFirst(language.verb(after.act()));
    }
    old.removeIf(each -> isAmong(after.act(), each));
    now.removeIf(each -> isAmong(before.act(), each));
    inOrder(old, now, (one, other) -> new Consequence.ActChanged(at, one, other, before, after));
  }

  private boolean isAmong(List<String> act, String verb) {
    return act.stream()
        .anyMatch(
            each -> language.isAlike(each, verb) || (each.length() > 2 && isOneVerb(each, verb)));
  }

  private void scopes(List<PhrasePair> phrases) {
    List<ScopeWord> old = new ArrayList<>(before.scopes());
    List<ScopeWord> now = new ArrayList<>(after.scopes());
    leaveOut(old, phrases, true, each -> Scopes.list(each, language));
    leaveOut(now, phrases, false, each -> Scopes.list(each, language));
    cancel(old, now, (one, other) -> one.sense().equals(other.sense()));
    inOrder(old, now, (one, other) -> new Consequence.ScopeChanged(at, one, other, before, after));
  }

  /// Whether it names an act by a noun: "Withdrawal of heavy weapons". It has no verb to compare.
  private boolean isMeasure(NormClause clause) {
    return !Modals.isIn(clause.words(), language)
        && language.sentences().measure().matcher(clause.words()).find()
        && !language.sentences().command().matcher(clause.words()).find();
  }

  /// The words of a subject in any order, without articles, figures and dates.
  private Set<String> subject(String who) {
    StringBuilder undated = new StringBuilder(who);
    for (Dates.FoundDate each : Dates.of(language.tag()).list(who).reversed()) {
      undated.replace(each.at().start(), each.at().end(), " ");
    }
    Set<String> words =
        new HashSet<>(
            FoldedWords.words(language.figures().figure().matcher(undated).replaceAll(" ")));
    words.removeAll(language.subjects().articles());
    return words;
  }

  private void clocks() {
    List<Clock> old = new ArrayList<>(before.clocks());
    List<Clock> now = new ArrayList<>(after.clocks());
    cancel(old, now, Clock::isSame);
    pair(old, now, (one, other) -> one.kind() == other.kind() && one.isDate() == other.isDate());
    pair(old, now, Clock::isComparable);
    pair(old, now, (_, _) -> true);
    old.forEach(each -> clock(ClockTurn.LOST, each, null));
    now.forEach(each -> clock(ClockTurn.GAINED, null, each));
  }

  private void pair(List<Clock> old, List<Clock> now, BiPredicate<Clock, Clock> isLike) {
    for (Clock each : List.copyOf(old)) {
      for (Clock other : now) {
        if (isLike.test(each, other)) {
          clock(turn(each, other), each, other);
          old.remove(each);
          now.remove(other);
          break;
        }
      }
    }
  }

  private static ClockTurn turn(Clock old, Clock now) {
    boolean isDay = old.kind() == ClockKind.DAY && now.kind() == ClockKind.DAY;
    if (!old.isComparable(now) || isDay) {
      return ClockTurn.OTHER;
    }
    boolean isOtherwise = now.least() != old.least() || now.most() != old.most();
    return isOtherwise && now.least() >= old.least() && now.most() >= old.most()
        ? ClockTurn.LONGER
        : isOtherwise && now.least() <= old.least() && now.most() <= old.most()
            ? ClockTurn.SHORTER
            : ClockTurn.OTHER;
  }

  private void clock(ClockTurn turn, @Nullable Clock old, @Nullable Clock now) {
    found.add(new Consequence.ClockChanged(at, turn, old, now, before, after));
  }

  private void conditions() {
    List<String> old = new ArrayList<>(before.conditions());
    List<String> now = new ArrayList<>(after.conditions());
    cancel(old, now, (one, other) -> isSame(words(one), words(other)));
    inOrder(
        old, now, (one, other) -> new Consequence.ConditionChanged(at, one, other, before, after));
  }

  /// The words in any order: a condition may be said the other way round. A renumbered reference is
  /// the same condition.
  private List<String> words(String condition) {
    String compared = ClauseFigures.compared(TextReferences.masked(condition, language), language);
    for (Map.Entry<Pattern, String> each : language.conditions().alike().entrySet()) {
      compared = each.getKey().matcher(compared).replaceAll(each.getValue());
    }
    return FoldedWords.words(compared).stream()
        .filter(each -> !language.conditions().empty().contains(each))
        .sorted()
        .toList();
  }

  /// Whether the words are the same, but for their endings: "requests" and "requested".
  private static boolean isSame(List<String> one, List<String> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!isOneForm(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether two words are forms of one verb: one of them is a participle. "Minister" and
  /// "ministry" are not.
  private static boolean isOneForm(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Matcher form = PARTICIPLE.matcher(one);
    Matcher otherForm = PARTICIPLE.matcher(other);
    return (form.matches() && other.matches(form.group(1) + "(?:e|e?s|ed|ing)?"))
        || (otherForm.matches() && one.matches(otherForm.group(1) + "(?:e|e?s|ed|ing)?"));
  }

  private void figures(List<PhrasePair> phrases) {
    List<Figure> old = new ArrayList<>(before.figures());
    List<Figure> now = new ArrayList<>(after.figures());
    leaveOut(old, phrases, true, this::figuresOf);
    leaveOut(now, phrases, false, this::figuresOf);
    cancel(old, now, ClauseChanges::isSame);
    inOrder(old, now, (one, other) -> new Consequence.FigureChanged(at, one, other, before, after));
  }

  private List<Figure> figuresOf(String words) {
    return ClauseFigures.of(words, language.tag()).outside(List.of());
  }

  private static boolean isSame(Figure one, Figure other) {
    boolean isOneUnit =
        one.unit().equals(other.unit()) || one.unit().isEmpty() || other.unit().isEmpty();
    return one.isDate() == other.isDate()
        && one.value().equals(other.value())
        && one.bound().equals(other.bound())
        && isOneUnit;
  }

  /// A consequence of what stands in one place of the earlier and of the later list.
  private interface Turn<T> {
    Consequence of(@Nullable T old, @Nullable T now);
  }

  private <T> void inOrder(List<T> old, List<T> now, Turn<T> turn) {
    for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
      found.add(turn.of(i < old.size() ? old.get(i) : null, i < now.size() ? now.get(i) : null));
    }
  }

  private static <T> void cancel(List<T> old, List<T> now, BiPredicate<T, T> isSame) {
    for (T each : List.copyOf(old)) {
      for (int i = 0; i < now.size(); i++) {
        if (isSame.test(each, now.get(i))) {
          old.remove(each);
          now.remove(i);
          break;
        }
      }
    }
  }
}
