package org.parley.answer.memo;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.answer.memo.MemoAnswer.MemoFigure;
import org.parley.answer.memo.MemoAnswer.MemoPart;
import org.parley.answer.memo.MemoAnswer.MemoTopic;
import org.parley.answer.memo.Memos.MemoBasis;
import org.parley.answer.sequence.ForecastAnswers.PlanForecastAnswer;
import org.parley.model.cases.CaseView;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.source.SourceId;
import org.parley.wording.MemoWording;

/// Parts that all memos have in common, and what they are made from.
final class MemoFrame {

  /// The most figures of a memo.
  static final int FIGURES = 3;

  private static final int DIGEST_SHOWN = 12;

  private final MemoBasis basis;
  private final CaseView view;
  private final MemoWording words = MemoWording.current();

  MemoFrame(MemoBasis basis) {
    this.basis = basis;
    this.view = basis.view();
  }

  MemoBasis basis() {
    return basis;
  }

  MemoWording words() {
    return words;
  }

  MemoPart part(MemoTopic topic, List<String> lines) {
    return new MemoPart(
        topic,
        words.text("part", "topic", topic),
        lines.isEmpty() ? List.of(words.text("nothing")) : lines);
  }

  MemoAnswer memo(
      MemoQuestion question,
      String headline,
      String standfirst,
      List<MemoFigure> figures,
      List<MemoPart> parts,
      List<String> unsaid,
      String restsOn,
      List<SourceId> sources,
      List<DonorSeries> donors,
      @Nullable PlanForecastAnswer plan) {
    return new MemoAnswer(
        question,
        words.text("question", "question", question),
        headline,
        standfirst,
        basis.board().asOf().date(),
        figures,
        parts,
        unsaid,
        restsOn,
        sources,
        donors,
        plan);
  }

  /// How many sources a memo rests on.
  String rests(Set<SourceId> sources) {
    return words.text("rests", "sources", sources.size());
  }

  /// The file of a series; nothing for one that was entered by hand.
  List<String> origin(IndicatorId series) {
    Indicator.SeriesOrigin origin = view.get(series).origin();
    return origin == null
        ? List.of()
        : List.of(
            words.text(
                "origin",
                "file",
                origin.file(),
                "rows",
                origin.rows(),
                "digest",
                origin.sha256().substring(0, Math.min(DIGEST_SHOWN, origin.sha256().length())),
                "licence",
                origin.licence()));
  }
}
