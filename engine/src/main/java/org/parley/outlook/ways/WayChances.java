package org.parley.outlook.ways;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.exact.Rational;
import org.parley.model.date.Edtf;
import org.parley.model.text.InstrumentId;
import org.parley.outlook.AskedQuestion;
import org.parley.outlook.ForecastQuestion;
import org.parley.outlook.Forecasts;
import org.parley.outlook.ways.Talks.OpenText;

/// The forecasts of the ways, by the date until which they speak.
///
/// @param horizons by date, in order
public record WayChances(List<Horizon> horizons) {

  /// The questions until one date.
  ///
  /// @param until the date
  /// @param asked by way, the questions; several differ in the last day for forecasts
  public record Horizon(Edtf until, Map<Way, List<AskedQuestion>> asked) {
    public Horizon {
      asked = Map.copyOf(asked);
    }

    /// The questions about a way.
    public List<AskedQuestion> of(Way way) {
      return asked.getOrDefault(way, List.of());
    }

    /// The sum of the medians, if every way has one. Medians of ways need not add up to one.
    public Optional<Rational> sum() {
      Rational sum = Rational.ZERO;
      for (Way way : Way.values()) {
        Optional<Rational> median =
            of(way).size() == 1 ? of(way).getFirst().median() : Optional.empty();
        if (median.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(median.get());
      }
      return Optional.of(sum);
    }
  }

  public WayChances {
    horizons = List.copyOf(horizons);
  }

  /// The questions about the open texts of talks, or about every text of the case.
  public static WayChances of(Forecasts forecasts, Talks talks) {
    List<InstrumentId> open = talks.texts().stream().map(OpenText::text).sorted().toList();
    Map<Edtf, Map<Way, List<AskedQuestion>>> byDate = new TreeMap<>();
    for (AskedQuestion asked : forecasts.questions()) {
      for (Way way : Way.values()) {
        if (isOf(way, asked.question(), open)) {
          byDate
              .computeIfAbsent(asked.question().until(), _ -> new EnumMap<>(Way.class))
              .computeIfAbsent(way, _ -> new ArrayList<>())
              .add(asked);
        }
      }
    }
    List<Horizon> horizons = new ArrayList<>();
    byDate.forEach((until, asked) -> horizons.add(new Horizon(until, asked)));
    return new WayChances(horizons);
  }

  private static boolean isOf(Way way, ForecastQuestion question, List<InstrumentId> open) {
    return question.event() == way.event()
        && !question.oneIsEnough()
        && (question.isWhole() || question.about().equals(open));
  }
}
