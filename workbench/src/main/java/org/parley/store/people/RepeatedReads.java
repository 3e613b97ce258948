package org.parley.store.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Aggregates read accesses for the audit. The first access of an address is a row at once. Further
/// ones within an hour are one more row, with count and last time.
///
/// Account changes are never aggregated. Not thread-safe.
final class RepeatedReads {

  /// The aggregation period.
  static final Duration PERIOD = Duration.ofHours(1);

  private static final int MOST_OPEN = 10_000;

  private record Key(String who, String role, String method, String address, int status) {
    static Key of(AccessRecord seen) {
      return new Key(seen.who(), seen.role(), seen.method(), seen.address(), seen.status());
    }
  }

  /// A period in progress.
  ///
  /// @param begun when the period began
  /// @param repeats the accesses after the first that are in no row yet
  /// @param first the first of these
  /// @param last the last of these
  private record Open(Instant begun, int repeats, Instant first, Instant last) {}

  /// In the order in which the periods began.
  private final Map<Key, Open> open = new LinkedHashMap<>();

  /// The state before the last call, for [#undo].
  private final Map<Key, Optional<Open>> before = new HashMap<>();

  /// The rows to write for some requests.
  List<AccessRecord> add(List<AccessRecord> requests, Instant now) {
    before.clear();
    List<AccessRecord> rows = new ArrayList<>();
    for (AccessRecord each : requests) {
      Key key = Key.of(each);
      Open known = open.get(key);
      if (each.method().equals(AccessRecord.DID)) {
        rows.add(each);
        continue;
      }
      before.putIfAbsent(key, Optional.ofNullable(known));
      if (known != null && each.at().isBefore(known.begun.plus(PERIOD))) {
        open.put(
            key,
            new Open(
                known.begun,
                known.repeats + 1,
                known.repeats == 0 ? each.at() : known.first,
                each.at()));
      } else {
        if (known != null) {
          close(key, known, rows);
          open.remove(key);
        }
        rows.add(each);
        open.put(key, new Open(each.at(), 0, each.at(), each.at()));
      }
    }
    Iterator<Map.Entry<Key, Open>> oldest = open.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<Key, Open> each = oldest.next();
      if (open.size() <= MOST_OPEN && now.isBefore(each.getValue().begun.plus(PERIOD))) {
        break;
      }
      before.putIfAbsent(each.getKey(), Optional.of(each.getValue()));
      close(each.getKey(), each.getValue(), rows);
      oldest.remove();
    }
    return rows;
  }

  /// The rows of accesses in no row yet.
  List<AccessRecord> flush() {
    before.clear();
    List<AccessRecord> rows = new ArrayList<>();
    open.replaceAll(
        (key, each) -> {
          before.put(key, Optional.of(each));
          close(key, each, rows);
          return new Open(each.begun, 0, each.last, each.last);
        });
    return rows;
  }

  /// Reverts the last call after a failed write.
  void undo() {
    before.forEach(
        (key, was) -> was.ifPresentOrElse(each -> open.put(key, each), () -> open.remove(key)));
    before.clear();
    // Restores the order: entries removed by the call are at the end now.
    List<Map.Entry<Key, Open>> all = new ArrayList<>();
    open.forEach((key, each) -> all.add(Map.entry(key, each)));
    all.sort(Comparator.comparing(each -> each.getValue().begun));
    open.clear();
    all.forEach(each -> open.put(each.getKey(), each.getValue()));
  }

  private static void close(Key key, Open each, List<AccessRecord> rows) {
    if (each.repeats > 0) {
      rows.add(
          new AccessRecord(
              0,
              each.first,
              key.who,
              key.role,
              key.method,
              key.address,
              key.status,
              each.repeats,
              each.last));
    }
  }
}
