package org.parley.model.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.ForecastSubject;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;

/// The probability that a forecaster gives an event, by a date.
///
/// A forecast is never edited into hindsight: a later one of the same forecaster on the same
/// question replaces it, and it stays readable. A sealed forecast has a [Seal] in place of its
/// chance. Its forecaster opens it with the key once the question is closed.
///
/// @param id its id
/// @param forecaster the forecaster, by name, role or account
/// @param event the event
/// @param about the instruments, or the steps that are done or the points that are agreed; empty
///   for every instrument of the case
/// @param oneIsEnough whether one of them is enough; by default all are meant
/// @param until the date by which it happens
/// @param made the date of the forecast
/// @param closes the last date for forecasts on this question; default: `until`
/// @param chance the probability; null while it is sealed
/// @param seal the commitment to the chance; null if it was never sealed
/// @param key the key that opens the seal; null while it is sealed
/// @param because the reasons, in words
/// @param source the sources that report it
/// @param illustrative whether it is an illustration that nobody made
public record Forecast(
    ForecastId id,
    String forecaster,
    ForecastEvent event,
    List<ForecastSubject> about,
    boolean oneIsEnough,
    Edtf until,
    Edtf made,
    @Nullable Edtf closes,
    @Nullable Probability chance,
    @Nullable Seal seal,
    @Nullable String key,
    @Nullable String because,
    List<SourceId> source,
    boolean illustrative,
    Visibility visibility)
    implements CaseRecord {

  public Forecast {
    about = List.copyOf(about);
    source = List.copyOf(source);
  }

  /// `closes`, or `until` by default.
  public Edtf closesOrUntil() {
    return closes != null ? closes : until;
  }
}
