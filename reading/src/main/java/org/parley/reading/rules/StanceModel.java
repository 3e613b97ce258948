package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.reading.SaidStance;
import org.parley.reading.syntax.SmallModel;

/// How likely each stance is for what a clause looks like, learnt from annotated sentences and
/// texts: a multinomial logistic regression, which weighs what the rules say of the clause with its
/// words.
final class StanceModel {

  /// The label of what says nothing of the state of anything.
  private static final String NOTHING = "none";

  private final SmallModel model;

  private StanceModel(SmallModel model) {
    this.model = model;
  }

  /// The model of a language, `en`; empty where nothing has been learnt for it.
  static Optional<StanceModel> of(String language) {
    return LearntModels.of(language, "stances").map(StanceModel::new);
  }

  /// A stance, and how likely it is.
  record Likely(SaidStance stance, double probability) {}

  /// The stances, the likeliest first; what their probabilities leave to one is that of saying
  /// nothing.
  List<Likely> of(Set<String> features) {
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
