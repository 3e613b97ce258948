package org.parley.web.edit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.parley.model.Viewer;
import org.parley.web.service.Visitor;

/// The open forms of each record, or the open windows of each page, in memory. Those without a
/// heartbeat are dropped after a minute.
///
/// Editors are shown only to visitors with the same view, and to mediators: activity on a record
/// could reveal hidden parts of it. Readers are shown to those they work with alone: mediators to
/// mediators, and a delegation to itself. So nobody learns what another side reads.
public final class Presence {

  private static final Duration FORGOTTEN = Duration.ofSeconds(60);
  private static final int MOST = 10_000;

  private record Seat(String record, Visitor visitor, Instant since, Instant last) {}

  /// Somebody else with the same record open.
  ///
  /// @param name their name
  /// @param isSelf whether it is the same visitor in another window
  /// @param since since when
  public record Other(String name, boolean isSelf, Instant since) {}

  private final InstantSource clock;
  private final BiPredicate<Visitor, Visitor> isTold;
  private final Map<String, Seat> seats = new ConcurrentHashMap<>();

  /// That of forms.
  public Presence(InstantSource clock) {
    this(clock, Presence::isToldOfEditing);
  }

  private Presence(InstantSource clock, BiPredicate<Visitor, Visitor> isTold) {
    this.clock = clock;
    this.isTold = isTold;
  }

  /// That of pages that are read.
  public static Presence ofReaders(InstantSource clock) {
    return new Presence(clock, Presence::workTogether);
  }

  /// Somebody has a record open; who else has it, the first first.
  ///
  /// @param form which window, as the form itself says
  /// @param record the id of the record
  public List<Other> confirm(String form, String record, Visitor visitor) {
    Instant now = clock.instant();
    seats.values().removeIf(seat -> seat.last.plus(FORGOTTEN).isBefore(now));
    if (seats.size() < MOST || seats.containsKey(form)) {
      seats.compute(
          form,
          (_, before) ->
              new Seat(
                  record,
                  visitor,
                  before != null && before.record.equals(record) ? before.since : now,
                  now));
    }
    // An abandoned form may linger: each visitor is listed once.
    Map<Visitor, Seat> others =
        seats.entrySet().stream()
            .filter(each -> !each.getKey().equals(form))
            .map(Map.Entry::getValue)
            .filter(seat -> seat.record.equals(record) && isTold.test(visitor, seat.visitor))
            .sorted(Comparator.comparing(Seat::since))
            .collect(
                Collectors.toMap(
                    Seat::visitor, seat -> seat, (first, _) -> first, LinkedHashMap::new));
    return others.values().stream()
        .map(seat -> new Other(seat.visitor.name(), seat.visitor.equals(visitor), seat.since))
        .toList();
  }

  /// A form was left.
  public void leave(String form) {
    seats.remove(form);
  }

  private static boolean workTogether(Visitor asking, Visitor other) {
    return asking.meets()
        && asking.role() == other.role()
        && Objects.equals(asking.party(), other.party());
  }

  private static boolean isToldOfEditing(Visitor asking, Visitor other) {
    return asking.viewer() instanceof Viewer.Mediator || asking.viewer().equals(other.viewer());
  }
}
