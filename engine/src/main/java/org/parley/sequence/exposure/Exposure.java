package org.parley.sequence.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.model.PartyId;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;

/// The exposure of each party as a plan proceeds: irreversible concessions, less receipts.
///
/// Only irreversible steps count, when they end; a negative balance counts as 0. Worths are in
/// units of the case and are compared within a party's own scale, except to name a largest
/// exposure.
public final class Exposure {

  /// The balance of a party at a time.
  ///
  /// @param time the time
  /// @param given the worth given, 0 or more
  /// @param received the worth received, 0 or more
  public record Balance(long time, long given, long received) {
    public long exposure() {
      return Math.max(0, given - received);
    }
  }

  /// The balances of a party, at each change.
  public record Curve(PartyId party, List<Balance> balances) {
    public Curve {
      balances = List.copyOf(balances);
    }

    /// The largest exposure.
    public long largest() {
      return balances.stream().mapToLong(Balance::exposure).max().orElse(0);
    }
  }

  private Exposure() {}

  /// The balance of every giving or receiving party, by id; simultaneous steps count together.
  public static List<Curve> of(SequenceProblem problem, Map<Moment.At, Long> times) {
    Map<PartyId, TreeMap<Long, List<Long>>> changes = new TreeMap<>();
    for (PlannedStep step : problem.steps()) {
      Long time = times.get(Moment.end(step.id()));
      if (step.reversible() || time == null) {
        continue;
      }
      step.worth()
          .forEach(
              (party, worth) ->
                  changes
                      .computeIfAbsent(party, _ -> new TreeMap<>())
                      .computeIfAbsent(time, _ -> new ArrayList<>())
                      .add(worth));
    }
    List<Curve> curves = new ArrayList<>();
    changes.forEach(
        (party, byTime) -> {
          long given = 0;
          long received = 0;
          List<Balance> balances = new ArrayList<>();
          for (Map.Entry<Long, List<Long>> change : byTime.entrySet()) {
            for (long worth : change.getValue()) {
              given = Math.addExact(given, Math.max(0, -worth));
              received = Math.addExact(received, Math.max(0, worth));
            }
            balances.add(new Balance(change.getKey(), given, received));
          }
          curves.add(new Curve(party, balances));
        });
    return curves;
  }

  /// The most exposed parties of a plan, by id; none if nobody is exposed.
  public static List<Curve> mostExposed(List<Curve> curves) {
    long largest = curves.stream().mapToLong(Curve::largest).max().orElse(0);
    return curves.stream().filter(curve -> largest > 0 && curve.largest() == largest).toList();
  }
}
