package org.parley.reading.rules.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.reading.SaidStance;
import org.parley.reading.language.LearntModels;
import org.parley.reading.syntax.SmallModel;

/// The probability of each stance given the features of a clause: a multinomial logistic regression
/// trained on annotated sentences and texts. The rules' result is one of its features.
public final class StanceModel {

  /// The label of clauses without a stance.
  private static final String NOTHING = "none";

  private final SmallModel model;

  private StanceModel(SmallModel model) {
    this.model = model;
  }

  /// The model of a language, `en`; empty if there is none.
  public static Optional<StanceModel> of(String language) {
    return LearntModels.of(language, "stances").map(StanceModel::new);
  }

  /// A stance, and how likely it is.
  record Likely(SaidStance stance, double probability) {}

  /// The stances, the most likely first; the remaining probability is that of no stance.
  public List<Likely> of(Set<String> features) {
    double[] scores = model.scores(features);
    double most = Arrays.stream(scores).max().orElse(0);
    double sum = Arrays.stream(scores).map(each -> Math.exp(each - most)).sum();
    List<Likely> found = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      String label = model.getLabels()[i];
      if (!label.equals(NOTHING)) {
        found.add(new Likely(SaidStance.valueOf(label), Math.exp(scores[i] - most) / sum));
      }
    }
    found.sort(Comparator.comparingDouble(Likely::probability).reversed());
    return found;
  }
}
