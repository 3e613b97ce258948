package org.parley.reading.rules.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.Predicate;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.rules.stance.Judgement;
import org.parley.reading.rules.stance.Stances;

/// Combines the rules' result with the learned model. A clause is a claim if a stance is more
/// likely than none; the most likely complete stance is taken. Of an idiom the model has learnt too
/// little to refuse it.
final class StanceWeighing {

  private static final double HALF = 0.5;
  private static final double TRUST = 3;

  /// So likely the model must find an act that the rules tell.
  private static final double LEAST = 0.3;

  /// So likely if it is a refusal or a denial.
  private static final double REFUSAL = 0.1;

  /// Nothing that is learnt is certain.
  private static final int MOST = 99;

  private final @Nullable StanceModel model;
  private final Stances stances;

  /// @param model null for rules alone
  StanceWeighing(@Nullable StanceModel model, Stances stances) {
    this.model = model;
    this.stances = stances;
  }

  /// The final stance of a clause; empty if it has none.
  ///
  /// @param verb the verb of saying, "" if there is none
  /// @param ruled the rules' result
  /// @param isClaim whether the rules would make a claim of it
  /// @param isSaid whether somebody says it, rather than the text
  /// @param isDeed whether it is told as an act of the speaker's own, "rejected the plan"
  Optional<Judgement> of(
      Sentence content,
      String verb,
      Optional<Judgement> ruled,
      boolean isClaim,
      boolean isSaid,
      boolean isDeed,
      Set<String> features) {
    if (model == null) {
      return ruled.filter(_ -> isClaim);
    }
    List<StanceModel.Likely> likely = model.of(features);
    double any = likely.stream().mapToDouble(StanceModel.Likely::probability).sum();
    Optional<Judgement> idiom = isClaim || isSaid ? stances.idiom(content) : Optional.empty();
    Optional<Judgement> firm = isClaim && ruled.isPresent() ? ruled : idiom;
    if (any < HALF) {
      boolean isRefusal =
          ruled
              .map(Judgement::stance)
              .filter(each -> each == SaidStance.REJECTED || each == SaidStance.DENIED_REPORT)
              .isPresent();
      boolean isTrusted = isDeed && isClaim && any >= (isRefusal ? REFUSAL : LEAST);
      return isTrusted ? ruled : idiom.flatMap(_ -> firm);
    }
    if (idiom.isPresent()) {
      return idiom;
    }
    return likely.stream()
        .filter(each -> each.probability() > 1 - any)
        .filter(each -> !Stances.isTold(each.stance()) || !isLeftOpen(content, verb))
        .filter(each -> each.stance() != SaidStance.FINAL_SOON || !isDone(content, ruled))
        .filter(
            each -> each.stance() != SaidStance.DENIED_REPORT || !isConfirmed(content, verb, ruled))
        .sorted(Comparator.comparingDouble(each -> -weight(each, firm)))
        .flatMap(each -> complete(content, ruled.or(() -> idiom), each).stream())
        .findFirst();
  }

  /// Whether the rules find an agreement that is made: "was signed on 24 November" is not awaited.
  private static boolean isDone(Sentence content, Optional<Judgement> ruled) {
    if (ruled.isEmpty() || ruled.get().stance() != SaidStance.AGREED) {
      return false;
    }
    int verb = Predicate.verbOf(content, Math.min(ruled.get().key(), content.size() - 1));
    Mood mood = verb < 0 ? Mood.PLAIN : Mood.of(content, verb);
    boolean isPast =
        verb >= 0
            && (content.tree().tag(verb).equals("VBD")
                || content.tree().children(verb).stream()
                    .anyMatch(each -> content.get(each).lower().matches("was|were|has|have|had")));
    boolean isTo =
        verb >= 0 && content.tree().children(verb).stream().anyMatch(i -> content.get(i).is("to"));
    return isPast && !isTo && !mood.isAhead() && !mood.isDenied();
  }

  /// "Denied that it was agreed", "could not say whether it was": nothing is told of it.
  private static boolean isLeftOpen(Sentence content, String verb) {
    return verb.matches("deny|dispute|refute")
        || Stances.isWhether(content, new TokenRange(0, content.size()));
  }

  /// "Confirmed reports that it was agreed", "the report is true": no denial.
  private static boolean isConfirmed(Sentence content, String verb, Optional<Judgement> ruled) {
    boolean isAgreed = ruled.filter(each -> each.stance() == SaidStance.AGREED).isPresent();
    return isAgreed
        && (verb.equals("confirm")
            || content.tokens().stream()
                .anyMatch(each -> each.lemma().matches("confirm|true|correct|accurate")));
  }

  /// The stance that the rules find is believed unless another is three times as likely.
  private static double weight(StanceModel.Likely likely, Optional<Judgement> ruled) {
    boolean isRuled = ruled.filter(each -> each.stance() == likely.stance()).isPresent();
    return likely.probability() * (isRuled ? TRUST : 1);
  }

  /// A stance with its required parts: a degree, or a condition.
  private Optional<Judgement> complete(
      Sentence content, Optional<Judgement> ruled, StanceModel.Likely likely) {
    SaidStance stance = likely.stance();
    int percent = (int) Math.min(MOST, Math.round(likely.probability() * 100));
    if (ruled.isPresent() && ruled.get().stance() == stance) {
      Judgement same = ruled.get();
      return Optional.of(
          new Judgement(stance, same.share(), same.condition(), same.key(), percent));
    }
    int key = ruled.map(Judgement::key).orElse(Math.max(0, ClauseFeatures.top(content)));
    return switch (stance) {
      case SHARE ->
          stances
              .figure(content)
              .filter(each -> each.tenths() > 0 && each.tenths() < 1000)
              .map(each -> new Judgement(stance, each.words(), null, each.from(), percent));
      case CONDITIONAL ->
          stances.condition(content).map(each -> new Judgement(stance, null, each, key, percent));
      case AGREED,
          MOSTLY_AGREED,
          OPEN,
          REJECTED,
          RECEIVED,
          NOT_RECEIVED,
          FINAL_SOON,
          PREFERS,
          DENIED_REPORT ->
          Judgement.of(stance, key, percent);
    };
  }
}
