package org.parley.cli.cluster;

import java.util.List;
import java.util.Optional;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.exchange.reference.ReferenceShelf.ModelledAgreements;
import org.parley.exchange.reference.ShippedFigures;
import org.parley.job.JobQuestion;
import org.parley.outlook.BandSweep;
import org.parley.outlook.ModelSkill;
import org.parley.outlook.SkillFolds;
import org.parley.reference.DoneTimes;
import org.parley.wording.Messages;

/// A validation by leaving one out.
enum Validation {
  BANDS,
  MODEL;

  /// The question.
  ///
  /// @param percent what a band is meant to hold
  /// @throws NothingToComputeException if the copies that it is read from are not there
  JobQuestion question(ReferenceShelf shelf, int percent) throws NothingToComputeException {
    return switch (this) {
      case BANDS ->
          new JobQuestion.Bands(
              BandSweep.counted(
                  each -> ShippedFigures.get().times().getOrDefault(each, DoneTimes.NONE)),
              percent);
      case MODEL -> model(shelf);
    };
  }

  private static JobQuestion model(ReferenceShelf shelf) throws NothingToComputeException {
    ModelledAgreements known =
        shelf
            .readModelled()
            .orElseThrow(
                () -> new NothingToComputeException(Messages.current().text("jobs.no-copies")));
    List<SkillFolds> horizons =
        ModelSkill.YEARS.stream()
            .map(years -> SkillFolds.of(known.collection(), known.rows(), years))
            .flatMap(Optional::stream)
            .toList();
    return new JobQuestion.Skill(horizons);
  }
}
