package org.parley.reading.rules.speech;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.reading.language.LearntModels;
import org.parley.reading.syntax.SmallModel;

/// Selects who said a clause among candidates: a conditional logit trained on annotated texts. The
/// rules' choice is one of its features.
public final class SpeakerModel {

  private final SmallModel model;

  private SpeakerModel(SmallModel model) {
    this.model = model;
  }

  /// The model of a language, `en`; empty if there is none.
  public static Optional<SpeakerModel> of(String language) {
    return LearntModels.of(language, "speakers").map(SpeakerModel::new);
  }

  /// The most likely candidate; empty if there is none.
  public Optional<SpeakerCandidate> of(List<SpeakerCandidate> candidates) {
    return candidates.stream().max(Comparator.comparingDouble(this::score));
  }

  private double score(SpeakerCandidate each) {
    return model.scores(each.features())[0];
  }
}
