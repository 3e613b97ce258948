package org.parley.answer.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.acts.ActLedger;
import org.parley.answer.outlook.OutlookAnswer;
import org.parley.answer.sequence.ForecastAnswers.PlanForecastAnswer;
import org.parley.board.Board;
import org.parley.exact.Finding;
import org.parley.model.cases.CaseView;
import org.parley.outlook.AgreementClass;
import org.parley.sources.BoardSources.AgreedCount;
import org.parley.sources.WeakestSources;

/// The memo of each question, gathered from what other answers found.
public final class Memos {

  private Memos() {}

  /// The board and the other choices that memos are made from.
  ///
  /// @param board the board of the day
  /// @param planned the acts of the day from which steps are planned
  /// @param restsOn the sources on which the count of the board rests
  /// @param rates base rates of other agreements
  /// @param of the class of agreements compared with
  /// @param plan how long the plan may take, asked only for the memo that says it
  public record MemoBasis(
      CaseView view,
      Board board,
      ActLedger planned,
      Optional<Finding<WeakestSources<AgreedCount>>> restsOn,
      OutlookAnswer.RateSource rates,
      AgreementClass of,
      Supplier<Optional<MemoPlan>> plan) {}

  /// A plan and how long it may take.
  ///
  /// @param supposed the readings of contested words that it supposes; empty if there are none
  public record MemoPlan(String supposed, PlanForecastAnswer forecast) {

    List<String> lines() {
      List<String> lines = new ArrayList<>(List.of(forecast.headline()));
      if (!supposed.isEmpty()) {
        lines.add(supposed + ".");
      }
      lines.add(forecast.method());
      return lines;
    }
  }

  /// The memo of a question, in the current language.
  public static MemoAnswer of(MemoQuestion question, MemoBasis basis) {
    MemoFrame memos = new MemoFrame(basis);
    return switch (question) {
      case ACCORD -> new AccordMemo(memos).memo();
      case BURDEN -> new BurdenMemo(memos).memo();
      case EFFECTS -> new EffectsMemo(memos).memo();
    };
  }

  /// How long the first plan of a case may take; empty if there is none.
  ///
  /// @param acts the acts of the day from which steps are planned
  public static Optional<MemoPlan> simulated(CaseView view, ActLedger acts) {
    return AccordMemo.simulated(view, acts);
  }
}
