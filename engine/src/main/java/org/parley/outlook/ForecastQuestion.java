package org.parley.outlook;

import java.util.Comparator;
import java.util.List;
import org.parley.model.ForecastSubject;
import org.parley.model.claim.ForecastEvent;
import org.parley.model.date.Edtf;

/// A question that forecasts answer: whether an event happens to instruments, steps or points by a
/// date.
///
/// @param event the event
/// @param about the instruments, steps or points, by id, at least one
/// @param isWhole whether these are all instruments of the case
/// @param oneIsEnough whether one of several is enough
/// @param until the date by which it happens
/// @param closes the last date for forecasts
public record ForecastQuestion(
    ForecastEvent event,
    List<ForecastSubject> about,
    boolean isWhole,
    boolean oneIsEnough,
    Edtf until,
    Edtf closes)
    implements Comparable<ForecastQuestion> {

  private static final Comparator<ForecastQuestion> ORDER =
      Comparator.comparing(ForecastQuestion::until)
          .thenComparing(ForecastQuestion::closes)
          .thenComparing(ForecastQuestion::event)
          .thenComparing(ForecastQuestion::oneIsEnough)
          .thenComparing(each -> each.about().toString())
          .thenComparing(each -> each.until().toString())
          .thenComparing(each -> each.closes().toString());

  public ForecastQuestion {
    about = List.copyOf(about);
  }

  @Override
  public int compareTo(ForecastQuestion other) {
    return ORDER.compare(this, other);
  }
}
