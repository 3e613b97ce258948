package org.parley.bench.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Scores a speaker model on texts that it has not learnt from: every fifth text by a fit to the
/// others.
final class SpeakerFolds {

  private static final int FOLDS = 5;

  /// How many clauses the rules attribute rightly, and how the model changes that.
  record Tally(int choices, int byRules, int corrected, int spoilt) {

    @Override
    public String toString() {
      return choices
          + " clauses; right by rules "
          + byRules
          + ", by a model of other texts "
          + (byRules + corrected - spoilt)
          + " ("
          + corrected
          + " corrected, "
          + spoilt
          + " spoilt)";
    }
  }

  private SpeakerFolds() {}

  static Tally of(
      List<List<ConditionalLogit.Choice>> texts,
      Function<List<ConditionalLogit.Choice>, Map<String, Double>> fit) {
    int choices = 0;
    int byRules = 0;
    int corrected = 0;
    int spoilt = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      Map<String, Double> weights = fit.apply(part(texts, fold, false));
      for (ConditionalLogit.Choice each : part(texts, fold, true)) {
        boolean isRuled = each.candidates().getFirst().isRight();
        boolean isRight = best(each, weights).isRight();
        choices++;
        byRules += isRuled ? 1 : 0;
        corrected += isRight && !isRuled ? 1 : 0;
        spoilt += isRuled && !isRight ? 1 : 0;
      }
    }
    return new Tally(choices, byRules, corrected, spoilt);
  }

  private static List<ConditionalLogit.Choice> part(
      List<List<ConditionalLogit.Choice>> texts, int fold, boolean isIn) {
    List<ConditionalLogit.Choice> all = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if ((i % FOLDS == fold) == isIn) {
        all.addAll(texts.get(i));
      }
    }
    return all;
  }

  private static ConditionalLogit.Candidate best(
      ConditionalLogit.Choice choice, Map<String, Double> weights) {
    ConditionalLogit.Candidate best = choice.candidates().getFirst();
    for (ConditionalLogit.Candidate each : choice.candidates()) {
      best = score(each.features(), weights) > score(best.features(), weights) ? each : best;
    }
    return best;
  }

  private static double score(Set<String> features, Map<String, Double> weights) {
    return features.stream().mapToDouble(each -> weights.getOrDefault(each, 0.0)).sum();
  }
}
