package org.parley.guarantees.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.guarantees.watch.Followed.Watched;

/// The incidents watched by each commitment.
///
/// Appended on arrival and sorted by commitment on demand. So appending touches no memory of a
/// single commitment, and each is sorted once.
final class Rolls {

  private final Roll noted = new Roll();
  private final Map<Integer, Roll> sorted = new HashMap<>();

  void note(Watched one) {
    noted.add(one);
  }

  /// The current subscriptions of a commitment.
  List<Watched> of(Ward ward) {
    for (Watched each : noted.now()) {
      sorted.computeIfAbsent(each.ward.number, _ -> new Roll()).add(each);
    }
    noted.clear();
    Roll roll = sorted.get(ward.number);
    return roll == null ? List.of() : roll.now();
  }
}
