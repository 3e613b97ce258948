package org.parley.answer.memo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.sequence.ForecastAnswers.PlanForecastAnswer;
import org.parley.model.source.SourceId;

/// A short memo for a principal.
///
/// @param title the question in words
/// @param headline what can be said, and what cannot
/// @param standfirst the sentences that explain it; may be empty
/// @param asOf the day looked at
/// @param figures the two or three figures that matter
/// @param parts the parts, each with its lines
/// @param unsaid the limits of what is said
/// @param restsOn what it rests on, in words; empty if nothing is on record
/// @param sources the sources it rests on
/// @param donors the series of support by donor; empty for other questions
/// @param plan how long the plan may take; absent if there is no plan, and for other questions
public record MemoAnswer(
    MemoQuestion question,
    String title,
    String headline,
    String standfirst,
    LocalDate asOf,
    List<MemoFigure> figures,
    List<MemoPart> parts,
    List<String> unsaid,
    String restsOn,
    List<SourceId> sources,
    List<DonorSeries> donors,
    @Nullable PlanForecastAnswer plan) {

  public MemoAnswer {
    figures = List.copyOf(figures);
    parts = List.copyOf(parts);
    unsaid = List.copyOf(unsaid);
    sources = List.copyOf(sources);
    donors = List.copyOf(donors);
  }

  /// A figure with its meaning.
  public record MemoFigure(String value, String words) {}

  /// A part of a memo.
  public record MemoPart(MemoTopic topic, String heading, List<String> lines) {
    public MemoPart {
      lines = List.copyOf(lines);
    }
  }

  /// The subject of a part.
  public enum MemoTopic {
    AGREED,
    ORDER,
    PLAN,
    OTHERS,
    EXPECTED,
    PLEDGED,
    SUPPORT,
    DONORS,
    BESIDE,
    ENERGY,
    FOOD,
    TRIPWIRES
  }
}
