package org.parley.reading.rules.stance;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.clause.TokenRange;

/// Determines the stance of one clause, with or without modifiers of its nouns, in the context of
/// the previous clause.
public final class ClauseJudge {

  /// A stance with the words it was derived from.
  public record Judged(Sentence content, Judgement judgement) {}

  private final Stances stances;
  private @Nullable Judgement last;

  public ClauseJudge(Stances stances) {
    this.stances = stances;
  }

  /// Forgets the clauses of the sentence before, unless the new one repeats their predicate.
  public void startSentence(Sentence s) {
    last = Ellipsis.isOpening(s) ? last : null;
  }

  /// Forgets the clause before.
  public void forget() {
    last = null;
  }

  /// Keeps the stance of a clause, for an elliptic one after it.
  public void keep(Judgement judgement) {
    last = judgement;
  }

  /// Where "the road" begins in "so, too, is the road", if the clause repeats a stance; else -1.
  public int repeatedFrom(TextClause clause) {
    Judgement before = last;
    Sentence content = clause.whole();
    boolean isRepeated =
        before != null
            && before.share() == null
            && before.condition() == null
            && Ellipsis.isSame(clause, content);
    return isRepeated ? Ellipsis.auxiliary(content) + 1 : -1;
  }

  /// The stance of a clause; empty if it has none.
  ///
  /// @param said the verb of saying, "" if there is none
  public Optional<Judged> of(TextClause clause, String said, boolean isFirst) {
    Sentence whole = clause.whole();
    Sentence content = whole;
    Sentence lean = clause.lean();
    Optional<Judgement> judged = lean == null ? Optional.empty() : judge(lean, said);
    Optional<Judgement> bound =
        judged.isPresent() ? judge(content, said).filter(each -> isBound(whole, each)) : judged;
    if (bound.isPresent()) {
      judged = bound;
    } else if (judged.isPresent() && lean != null) {
      content = lean;
    } else {
      judged =
          judge(content, said)
              .filter(each -> lean == null || !isWish(each) || stances.isNoun(whole));
    }
    if (judged.isEmpty()) {
      judged = elliptic(clause, content);
    }
    if (judged.isEmpty() && isFirst && said.equals("agree")) {
      judged = Optional.of(new Judgement(SaidStance.AGREED, null, null, content.size() - 1, 65));
    }
    Sentence read = content;
    return judged.map(each -> new Judged(read, each));
  }

  /// "Will accept the claim to the field provided that it is paid": a condition within the words of
  /// a noun.
  private static boolean isBound(Sentence s, Judgement judged) {
    int key = judged.key();
    return judged.stance() == SaidStance.CONDITIONAL
        && key < s.size()
        && s.get(key).lower().matches("provided|subject|unless")
        && IntStream.range(0, key).anyMatch(i -> s.tree().head(i) < 0 && s.tree().isVerb(i));
  }

  public static boolean isWish(Judgement judged) {
    return judged.stance() == SaidStance.PREFERS || judged.stance() == SaidStance.REJECTED;
  }

  private Optional<Judgement> judge(Sentence content, String verb) {
    return stances.of(content, new TokenRange(0, content.size()), verb);
  }

  /// "The first has been settled, the second has not": the opposite of the previous stance.
  private Optional<Judgement> elliptic(TextClause clause, Sentence content) {
    Judgement before = last;
    int end = content.size() - 1;
    if (before != null && Ellipsis.isSame(clause, content)) {
      return Judgement.of(before.stance(), end, 60)
          .filter(_ -> before.share() == null && before.condition() == null);
    }
    boolean isDenied =
        end > 1
            && (content.get(end).is("not") || content.get(end).is("n't"))
            && content.get(end - 1).isTagged("AUX", "VERB");
    if (before == null || !isDenied) {
      return Optional.empty();
    }
    return switch (before.stance()) {
      case AGREED, MOSTLY_AGREED, SHARE, FINAL_SOON ->
          Optional.of(new Judgement(SaidStance.OPEN, null, null, end, 60));
      case OPEN -> Optional.of(new Judgement(SaidStance.AGREED, null, null, end, 60));
      case REJECTED, CONDITIONAL, RECEIVED, NOT_RECEIVED, PREFERS, DENIED_REPORT ->
          Optional.empty();
    };
  }
}
