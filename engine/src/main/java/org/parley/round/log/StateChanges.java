package org.parley.round.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.Visibility;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.round.AnswerState;
import org.parley.round.Revelation;
import org.parley.round.VersionChanges;
import org.parley.round.log.RoundState.SheetState;

/// The facts in which one state of a round differs from the one before. None are given for equal
/// states, and one at least for different ones.
final class StateChanges {

  private final RoundState before;
  private final RoundState after;
  private final List<RoundFact> facts = new ArrayList<>();

  private StateChanges(RoundState before, RoundState after) {
    this.before = before;
    this.after = after;
  }

  static List<RoundFact> of(RoundState before, RoundState after) {
    StateChanges changes = new StateChanges(before, after);
    changes.round();
    for (SheetState each : before.sheets()) {
      if (after.find(each.id()).isEmpty()) {
        changes.facts.add(new RoundFact.PackageWithdrawn(each.sheet().tabled()));
      }
    }
    after.sheets().forEach(changes::words);
    after.sheets().forEach(changes::consequences);
    changes.accords();
    return List.copyOf(changes.facts);
  }

  private void round() {
    Round was = before.round();
    Round is = after.round();
    if (was == null && is != null) {
      facts.add(new RoundFact.Opened(is));
    } else if (was != null && is == null) {
      facts.add(new RoundFact.RoundWithdrawn(was));
    } else if (is != null && !is.equals(was)) {
      facts.add(new RoundFact.RuleChanged(is));
    }
  }

  /// Adds the changes of the record of a package.
  private void words(SheetState is) {
    SheetState was = before.find(is.id()).orElse(null);
    TabledPackage tabled = is.sheet().tabled();
    if (is.sheet().isTabled() && (was == null || !was.sheet().isTabled())) {
      facts.add(tabled(tabled));
    } else if (was == null) {
      facts.add(new RoundFact.Drafted(tabled));
    } else if (!was.sheet().text().equals(is.sheet().text())) {
      facts.add(
          new RoundFact.SheetChanged(tabled, VersionChanges.of(was.sheet().tabled(), tabled)));
    } else if (!was.sheet().equals(is.sheet()) && isSame(was.revealed(), is.revealed())) {
      facts.add(new RoundFact.PackageChanged(tabled));
    }
  }

  /// Adds the consequences for the answers to it.
  private void consequences(SheetState is) {
    SheetState was = before.find(is.id()).orElse(null);
    revealed(was, is);
    Instant asked = is.asked();
    if (asked != null && (was == null || !asked.equals(was.asked()))) {
      facts.add(new RoundFact.ImprovementShown(is.sheet().tabled()));
    } else if (asked == null && was != null && was.asked() != null && isUntold(is)) {
      facts.add(new RoundFact.PackageChanged(is.sheet().tabled()));
    }
  }

  /// Whether nothing is told of a package yet.
  private boolean isUntold(SheetState is) {
    return facts.stream().noneMatch(each -> is.id().equals(RoundEvent.subject(each)));
  }

  private static boolean isSame(@Nullable Revelation one, @Nullable Revelation other) {
    return Objects.equals(one, other);
  }

  private RoundFact tabled(TabledPackage tabled) {
    return Optional.ofNullable(tabled.amends())
        .flatMap(after::find)
        .<RoundFact>map(
            earlier ->
                new RoundFact.VersionTabled(
                    tabled, VersionChanges.of(earlier.sheet().tabled(), tabled)))
        .orElseGet(() -> new RoundFact.Tabled(tabled));
  }

  private void revealed(@Nullable SheetState was, SheetState is) {
    Revelation then = was == null ? null : was.revealed();
    Revelation now = is.revealed();
    if (now == null || now.equals(then)) {
      return;
    }
    TabledPackage tabled = is.sheet().tabled();
    boolean isNew = then == null || !now.state().equals(then.state());
    switch (now.state()) {
      case AnswerState.NotOpen _ -> {
        if (then != null) {
          facts.add(new RoundFact.AnswersStopped(tabled));
        }
      }
      case AnswerState.Taken _ -> taken(is, now, then, isNew);
      case AnswerState.Superseded _ -> facts.add(new RoundFact.Superseded(tabled));
      case AnswerState.Revealed state -> facts.add(new RoundFact.Revealed(tabled, state, now));
    }
  }

  private void taken(SheetState is, Revelation now, @Nullable Revelation then, boolean isNew) {
    TabledPackage tabled = is.sheet().tabled();
    if (isNew) {
      facts.add(new RoundFact.AnswersTaken(tabled));
    }
    OptionalInt before = then == null ? OptionalInt.empty() : then.answered();
    int answered = now.answered().orElse(0);
    if (now.answered().isPresent() && answered != before.orElse(0)) {
      facts.add(new RoundFact.Turnout(tabled, answered, is.sheet().parties().size()));
    }
  }

  private void accords() {
    for (Map.Entry<String, Visibility> each : new TreeMap<>(after.accords()).entrySet()) {
      Visibility was = before.accords().get(each.getKey());
      if (was == null) {
        facts.add(new RoundFact.AccordRecorded(each.getKey()));
      } else if (!was.equals(each.getValue())) {
        facts.add(
            new RoundFact.AccordShown(each.getKey(), each.getValue() instanceof Visibility.Public));
      }
    }
    for (String each : new TreeMap<>(before.accords()).keySet()) {
      if (!after.accords().containsKey(each)) {
        facts.add(new RoundFact.AccordWithdrawn(each));
      }
    }
  }
}
