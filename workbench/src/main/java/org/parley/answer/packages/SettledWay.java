package org.parley.answer.packages;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ValueBands;
import org.parley.bargain.pivot.Pivot;
import org.parley.model.text.OptionId;
import org.parley.wording.QuantityWording;

/// One way to settle a point, as it is told: an option, or values of a quantity that leave
/// something alike.
///
/// @param title the option or the values in words
/// @param option the option; of values, the name of the least
/// @param values the values of a quantity; null for an option
/// @param leftAtLeast a lower bound on the packages acceptable to all that take it
/// @param leftAtMost an upper bound
/// @param reaches by party, its worst and best among them; empty if unknown
/// @param frontier its effect on the frontier; empty if not sought, or for several values
public record SettledWay(
    String title,
    OptionId option,
    PackageAnswers.@Nullable Values values,
    BigInteger leftAtLeast,
    BigInteger leftAtMost,
    List<Pivot.Reach> reaches,
    Optional<Pivot.FrontierLeft> frontier) {

  public SettledWay {
    reaches = List.copyOf(reaches);
  }

  /// The ways of a point. Neighbouring values that leave nothing are one way, and so are
  /// neighbouring ones that leave something.
  public static List<SettledWay> of(PackageProblem.Matter matter, Pivot pivot) {
    ValueBands bands = matter.bands();
    if (bands == null) {
      return pivot.ways().stream().map(way -> of(matter, way)).toList();
    }
    return bands.runs(band -> pivot.ways().get(band).closes()).stream()
        .map(run -> of(matter, bands, run, pivot.ways().subList(run.first(), run.last() + 1)))
        .toList();
  }

  private static SettledWay of(PackageProblem.Matter matter, Pivot.Way way) {
    return new SettledWay(
        matter.titles().get(way.option()),
        matter.options().get(way.option()),
        null,
        way.leftAtLeast(),
        way.leftAtMost(),
        way.reaches(),
        way.frontier());
  }

  private static SettledWay of(
      PackageProblem.Matter matter,
      ValueBands bands,
      ValueBands.BandRange run,
      List<Pivot.Way> ways) {
    BigInteger atLeast = BigInteger.ZERO;
    BigInteger atMost = BigInteger.ZERO;
    List<Pivot.Reach> reaches = new ArrayList<>();
    boolean known = true;
    for (Pivot.Way way : ways) {
      atLeast = atLeast.add(way.leftAtLeast());
      atMost = atMost.add(way.leftAtMost());
      known &= !way.reaches().isEmpty();
      for (int party = 0; party < way.reaches().size(); party++) {
        Pivot.Reach own = way.reaches().get(party);
        if (party == reaches.size()) {
          reaches.add(own);
        } else {
          Pivot.Reach before = reaches.get(party);
          reaches.set(
              party,
              new Pivot.Reach(
                  Math.min(before.worst(), own.worst()), Math.max(before.best(), own.best())));
        }
      }
    }
    return new SettledWay(
        QuantityWording.current().values(bands, run),
        matter.options().get(run.first()),
        PackageAnswers.Values.of(bands, run),
        atLeast,
        atMost,
        known ? reaches : List.of(),
        ways.size() == 1 ? ways.getFirst().frontier() : Optional.empty());
  }

  /// Whether no package acceptable to all takes it.
  public boolean closes() {
    return leftAtMost.signum() == 0;
  }
}
