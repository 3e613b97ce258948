package org.parley.answer.outlook;

import java.util.function.Supplier;
import org.parley.board.Boards;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.outlook.Forecasts;
import org.parley.outlook.ScoredWords;

/// The expectations and forecasts known by a day, and how they came out.
///
/// @param words the dated expectations of speakers
/// @param team the forecasts of the team
public record Foretold(ScoredWords words, Forecasts team) {

  /// As of a day.
  public static Foretold of(CaseView view, AsOf asOf) {
    return new Foretold(ScoredWords.of(view, asOf), Forecasts.of(view, asOf));
  }

  /// The same with the boards of the view, which are asked for if a forecast is about a point.
  public static Foretold of(CaseView view, AsOf asOf, Supplier<Boards> boards) {
    return new Foretold(ScoredWords.of(view, asOf), Forecasts.of(view, asOf, boards));
  }
}
