package org.parley.guarantees.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.guarantees.watch.Followed.Watched;

/// The incidents that each commitment watches.
///
/// They are noted one after the other as they come, and sorted by commitment when one of them asks:
/// noting touches no memory that only one of many commitments has, and each is sorted once.
final class Rolls {

  private final Roll noted = new Roll();
  private final Map<Integer, Roll> sorted = new HashMap<>();

  void note(Watched one) {
    noted.add(one);
  }

  /// What a commitment watches now.
  List<Watched> of(Ward ward) {
    for (Watched each : noted.now()) {
      sorted.computeIfAbsent(each.ward.number, _ -> new Roll()).add(each);
    }
    noted.clear();
    Roll roll = sorted.get(ward.number);
    return roll == null ? List.of() : roll.now();
  }
}
