package org.parley.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.exact.Rational;

/// How far the accords of the Peace Accords Matrix were carried out, year by year.
///
/// A provision is done in a year if the row of that year codes it as fully implemented. A later row
/// may say otherwise. An accord that is no longer followed in a year is not counted in it, so the
/// totals of later years are smaller.
public final class AccordHistory {

  /// The years at which shares are stated.
  public static final List<Integer> YEARS = List.of(1, 2, 3, 5, 10);

  private final NavigableMap<Integer, NavigableMap<Integer, AccordYear>> byAccord = new TreeMap<>();

  private AccordHistory() {}

  /// The history in these rows.
  public static AccordHistory of(Collection<AccordYear> rows) {
    AccordHistory history = new AccordHistory();
    for (AccordYear row : rows) {
      history.byAccord.computeIfAbsent(row.accord(), _ -> new TreeMap<>()).put(row.year(), row);
    }
    return history;
  }

  /// The numbers of the accords.
  public List<Integer> accords() {
    return List.copyOf(byAccord.keySet());
  }

  /// The years of one accord, in order; none if there is no such accord.
  public List<AccordYear> years(int accord) {
    NavigableMap<Integer, AccordYear> years = byAccord.get(accord);
    return years == null ? List.of() : List.copyOf(years.values());
  }

  /// The rows of one year.
  private List<AccordYear> rows(int year) {
    return byAccord.values().stream().map(each -> each.get(year)).filter(Objects::nonNull).toList();
  }

  /// The share of accords with a provision that had done it in a year; as rows of the file.
  public RowShare done(Provision provision, int year) {
    List<Integer> done = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (AccordYear row : rows(year)) {
      ProvisionState state = row.provisions().get(provision);
      if (state != null) {
        all.add(row.row());
        if (state.isDone()) {
          done.add(row.row());
        }
      }
    }
    return new RowShare(done, all);
  }

  /// The share of all provisions of all accords that were done in a year.
  public RowShare done(int year) {
    return Arrays.stream(Provision.values())
        .map(each -> done(each, year))
        .reduce(new RowShare(List.of(), List.of()), RowShare::plus);
  }

  /// How a provision fared in each accord that has it, by the number of the accord. A provision
  /// that came into an accord later counts as undone before.
  public List<DoneTimes.DoneSpell> spells(Provision provision) {
    List<DoneTimes.DoneSpell> spells = new ArrayList<>();
    byAccord.forEach(
        (accord, years) -> {
          int last = 0;
          int done = 0;
          boolean isLost = false;
          for (AccordYear year : years.values()) {
            ProvisionState state = year.provisions().get(provision);
            if (state != null) {
              last = year.year();
              if (done == 0 && state.isDone()) {
                done = last;
              }
              isLost |= done > 0 && !state.isDone();
            }
          }
          if (last > 0) {
            spells.add(new DoneTimes.DoneSpell(accord, done > 0 ? done : last, done > 0, isLost));
          }
        });
    return spells;
  }

  /// The median over accords of the aggregate score in a year: of two middle scores the higher one,
  /// which some accord has. Empty if none is followed then.
  public Optional<Rational> medianScore(int year) {
    List<Rational> scores = rows(year).stream().map(AccordYear::score).sorted().toList();
    return scores.isEmpty() ? Optional.empty() : Optional.of(scores.get(scores.size() / 2));
  }
}
