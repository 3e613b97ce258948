package org.parley.outlook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Probability;
import org.parley.outlook.ExpectedEvent.EventFate;

/// A question as it stands on a day, with every forecast on it.
///
/// @param question the question
/// @param fate whether it happened in time, did not, or is open
/// @param happened the day on which it had happened; null if it had not
/// @param isClosed whether its last day for forecasts has passed, or it has happened
/// @param given the forecasts, by date: the history of each forecaster
public record AskedQuestion(
    ForecastQuestion question,
    EventFate fate,
    @Nullable LocalDate happened,
    boolean isClosed,
    List<GivenForecast> given) {

  /// A median of fewer forecasters would tell what one of them said.
  public static final int LEAST_CROWD = 3;

  /// Whether a forecast counts, and why not.
  public enum Eligibility {
    /// The latest of its forecaster.
    COUNTS,
    /// A later one of its forecaster takes its place.
    REPLACED,
    /// The latest of its forecaster, sealed: the question is not closed, or nobody opened it.
    SEALED,
    /// Made when it had happened: that is no forecast.
    TOO_LATE
  }

  /// A forecast on a question.
  public record GivenForecast(Forecast forecast, Eligibility standing) {

    /// The chance, exactly; empty if it does not count or is sealed.
    public Optional<Rational> chance() {
      return Optional.ofNullable(forecast.chance())
          .filter(_ -> standing == Eligibility.COUNTS)
          .map(each -> Rational.of(each.part(), each.whole()));
    }
  }

  public AskedQuestion {
    given = List.copyOf(given);
  }

  /// The chance of a forecast as it may be read; empty while it is sealed and the question is not
  /// closed.
  public Optional<Probability> stated(GivenForecast given) {
    return Optional.ofNullable(given.forecast().chance())
        .filter(_ -> isClosed || given.forecast().seal() == null);
  }

  /// The chances that count, one for each forecaster, in order.
  public List<Rational> chances() {
    return given.stream().flatMap(each -> each.chance().stream()).sorted().toList();
  }

  /// How many of the chances that count are illustrations.
  public int illustrations() {
    return (int)
        given.stream()
            .filter(each -> each.chance().isPresent() && each.forecast().illustrative())
            .count();
  }

  /// The forecasters whose latest forecast is sealed.
  public int sealed() {
    return (int) given.stream().filter(each -> each.standing() == Eligibility.SEALED).count();
  }

  /// The median of the chances that count: the middle one, or the mean of the two in the middle.
  /// Empty for fewer than three.
  public Optional<Rational> median() {
    List<Rational> chances = chances();
    int count = chances.size();
    if (count < LEAST_CROWD) {
      return Optional.empty();
    }
    Rational upper = chances.get(count / 2);
    return Optional.of(
        count % 2 == 1 ? upper : chances.get(count / 2 - 1).plus(upper).dividedBy(Rational.of(2)));
  }
}
