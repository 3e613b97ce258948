package org.parley.reading.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.reading.syntax.SmallModel;

/// Which of all that a clause mentions it speaks of, learnt from annotated texts: a logistic
/// regression over what each looks like, where what the rules take is one of them.
final class SubjectModel {

  private static final String YES = "yes";

  private final SmallModel model;
  private final int yes;

  private SubjectModel(SmallModel model) {
    this.model = model;
    yes = model.getLabelIndex(YES);
  }

  /// The model of a language, `en`; empty where nothing has been learnt for it.
  static Optional<SubjectModel> of(String language) {
    return LearntModels.of(language, "subjects").map(SubjectModel::new);
  }

  /// The words of whatever is likeliest; empty where nothing is mentioned.
  Optional<String> of(List<SubjectMention> mentioned) {
    return mentioned.stream()
        .max(Comparator.comparingDouble(this::score))
        .map(SubjectMention::words);
  }

  private double score(SubjectMention each) {
    double[] scores = model.scores(each.features());
    return scores[yes] - scores[1 - yes];
  }
}
