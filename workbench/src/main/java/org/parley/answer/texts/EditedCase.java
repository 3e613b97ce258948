package org.parley.answer.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.clause.Consequence;
import org.parley.clause.TextEdit;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Removal;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.step.Demand;
import org.parley.model.text.PointId;

/// A case with the earlier and with the later text of an instrument.
///
/// A guarantee counts as long as a point of its text binds one of its obligors. A demand that rests
/// on texts alone counts as long as one of its points binds anybody. A demand whose time is that of
/// a changed clause has the time of each text. Records whose points bind nobody in either text
/// stay: the clauses they rest on could not be read.
///
/// @param before the case with the earlier text
/// @param after the case with the later text
/// @param changes by id, the records that differ, with the numbers of the changes that did it
record EditedCase(CaseView before, CaseView after, Map<String, SortedSet<Integer>> changes) {

  /// The case of an edit.
  static EditedCase of(CaseView view, TextEdit edit, List<Consequence> consequences) {
    return new Editing(view, edit, consequences).edited();
  }

  private static final class Editing {

    private final CaseView view;
    private final BindingClauses earlier;
    private final BindingClauses later;
    private final Map<PointId, List<Consequence>> consequences = new HashMap<>();
    private final Set<String> goneBefore = new HashSet<>();
    private final Set<String> goneAfter = new HashSet<>();
    private final Map<String, CaseRecord> otherBefore = new HashMap<>();
    private final Map<String, CaseRecord> otherAfter = new HashMap<>();
    private final Map<String, SortedSet<Integer>> changes = new TreeMap<>();

    Editing(CaseView view, TextEdit edit, List<Consequence> all) {
      this.view = view;
      earlier = BindingClauses.of(edit.before(), edit.parties());
      later = BindingClauses.of(edit.after(), edit.parties());
      for (Consequence each : all) {
        PointId now = later.pointOf(each.at().element());
        PointId point = now == null ? earlier.pointOf(each.at().element()) : now;
        if (point != null) {
          consequences.computeIfAbsent(point, _ -> new ArrayList<>()).add(each);
        }
      }
    }

    EditedCase edited() {
      for (Guarantee each : view.guarantees()) {
        counts(
            each,
            each.points(),
            earlier.bind(each.points(), each.obligors()),
            later.bind(each.points(), each.obligors()));
      }
      for (Demand each : view.demands()) {
        boolean was = earlier.bind(each.points());
        boolean is = later.bind(each.points());
        if (each.claims().isEmpty()) {
          counts(each, each.points(), was, is);
        }
        if (was && is) {
          clocks(each);
        }
      }
      return new EditedCase(
          with(goneBefore, otherBefore), with(goneAfter, otherAfter), Map.copyOf(changes));
    }

    private void counts(CaseRecord record, List<PointId> points, boolean was, boolean is) {
      if (was != is && changed(record, points)) {
        (was ? goneAfter : goneBefore).add(record.id().value());
      }
    }

    /// Notes that a record differs, with the changes of its points; false if there is none.
    private boolean changed(CaseRecord record, List<PointId> points) {
      NavigableSet<Integer> numbers = new TreeSet<>();
      points.stream()
          .flatMap(each -> consequences.getOrDefault(each, List.of()).stream())
          .map(each -> each.at().change())
          .filter(each -> each > 0)
          .forEach(numbers::add);
      if (!numbers.isEmpty()) {
        changes.put(record.id().value(), numbers);
      }
      return !numbers.isEmpty();
    }

    private void clocks(Demand demand) {
      for (PointId point : demand.points()) {
        for (Consequence each : consequences.getOrDefault(point, List.of())) {
          if (each instanceof Consequence.ClockChanged clock) {
            Optional<Demand> now = MovedTimings.of(demand, clock.old(), clock.now());
            Optional<Demand> then = MovedTimings.of(demand, clock.now(), clock.old());
            if (now.isPresent() != then.isPresent() && changed(demand, List.of(point))) {
              now.ifPresent(one -> otherAfter.put(one.id().value(), one));
              then.ifPresent(one -> otherBefore.put(one.id().value(), one));
            }
          }
        }
      }
    }

    private CaseView with(Set<String> gone, Map<String, CaseRecord> others) {
      if (gone.isEmpty() && others.isEmpty()) {
        return view;
      }
      List<CaseRecord> records = new ArrayList<>();
      view.records().forEach(each -> records.add(others.getOrDefault(each.id().value(), each)));
      Removal removal = Removal.from(records);
      return view.of(removal.left(removal.effect(gone)));
    }
  }
}
