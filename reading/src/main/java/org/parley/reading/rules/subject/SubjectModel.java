package org.parley.reading.rules.subject;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.reading.language.LearntModels;
import org.parley.reading.syntax.SmallModel;

/// Selects the subject of a clause among its mentions: a logistic regression trained on annotated
/// texts. The rules' choice is one of its features.
public final class SubjectModel {

  private static final String YES = "yes";

  private final SmallModel model;
  private final int yes;

  private SubjectModel(SmallModel model) {
    this.model = model;
    yes = model.getLabelIndex(YES);
  }

  /// The model of a language, `en`; empty if there is none.
  public static Optional<SubjectModel> of(String language) {
    return LearntModels.of(language, "subjects").map(SubjectModel::new);
  }

  /// The words of the most likely subject; empty if there is no mention.
  public Optional<String> of(List<SubjectMention> mentioned) {
    return mentioned.stream()
        .max(Comparator.comparingDouble(this::score))
        .map(SubjectMention::words);
  }

  private double score(SubjectMention each) {
    double[] scores = model.scores(each.features());
    return scores[yes] - scores[1 - yes];
  }
}
