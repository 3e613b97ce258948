package org.parley.round.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.round.RefusedAnswer;

/// Puts the refused answers of a round among its other events.
final class RefusedAttempts {

  private RefusedAttempts() {}

  /// All events, in the order of their moments.
  ///
  /// @param sealed also those about packages of other rounds
  static List<RoundEvent> among(
      RoundId id,
      List<RoundEvent> events,
      List<RecordedCase> cases,
      SealedEntries sealed,
      Instant now) {
    List<RoundEvent> all = new ArrayList<>(events);
    for (RefusedAnswer each : sealed.refused()) {
      if (each.why().isLogged() && !each.at().isAfter(now)) {
        event(id, cases, each).ifPresent(all::add);
      }
    }
    all.sort(Comparator.comparing(RoundEvent::at));
    List<RoundEvent> numbered = new ArrayList<>();
    for (RoundEvent each : all) {
      numbered.add(
          new RoundEvent(numbered.size() + 1, each.at(), each.entry(), each.author(), each.fact()));
    }
    return numbered;
  }

  /// The event of a refusal; none before the package was on record.
  private static Optional<RoundEvent> event(
      RoundId id, List<RecordedCase> cases, RefusedAnswer refused) {
    return cases.reversed().stream()
        .filter(each -> !each.at().isAfter(refused.at()))
        .flatMap(then -> find(then, id, refused).map(one -> event(then, one, refused)))
        .findFirst();
  }

  private static RoundEvent event(RecordedCase then, TabledPackage tabled, RefusedAnswer refused) {
    return new RoundEvent(
        0,
        refused.at(),
        then.entry(),
        new RecordedCase.Author(then.entry(), refused.who(), ""),
        new RoundFact.Refused(tabled, refused));
  }

  private static Stream<TabledPackage> find(RecordedCase then, RoundId id, RefusedAnswer refused) {
    return then.view().tabledPackages().stream()
        .filter(each -> each.id().equals(refused.to()) && each.round().equals(id));
  }
}
