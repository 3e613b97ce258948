package org.parley.model.checks;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.LocalizedText;
import org.parley.model.act.Act;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Item;
import org.parley.model.claim.Meeting;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.Need;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.Position;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.text.InstrumentEvent;

/// Copies of records without references to ids that do not hold.
///
/// A record falls when a single reference is gone. It also falls when a list of what it rests on is
/// emptied: its sources, claims, subjects or objects. Parts fall in the same way. Texts and
/// definitions stay without their sources: instruments, points, options, steps, readings of terms.
public final class Pruning {

  /// The components that name what a record rests on.
  private static final Set<String> RESTS_ON = Set.of("source", "claims", "about", "of");

  private static final Set<Class<?>> FALL =
      Set.of(
          Claim.class,
          Forecast.class,
          Act.class,
          InstrumentEvent.class,
          Step.Observed.class,
          Position.class,
          Linkage.class,
          Baseline.class,
          Demand.class,
          Guarantee.class,
          Contribution.class,
          Need.class,
          LogEntry.class,
          Item.class,
          Meeting.class);

  private final Set<String> gone;

  private Pruning(Set<String> gone) {
    this.gone = gone;
  }

  /// A copy of a record without these ids; empty if it falls with them. The record itself if it
  /// refers to none of them.
  ///
  /// @param gone ids by value
  @SuppressWarnings("unchecked") // A copy has the type of its original.
  public static <R extends Record> Optional<R> of(R record, Set<String> gone) {
    return Optional.ofNullable((R) new Pruning(gone).record(record));
  }

  /// A copy of a record with one component changed.
  @SuppressWarnings("unchecked") // A copy has the type of its original.
  public static <R extends CaseRecord> R with(R record, String name, @Nullable Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          components[i].getName().equals(name)
              ? value
              : References.get(components[i], (Record) record);
    }
    return (R) Renaming.build(record.getClass(), values);
  }

  /// A copy without the ids that are gone; the value itself if it names none, null if it falls.
  private @Nullable Object copy(Object value) {
    return switch (value) {
      case Id id -> gone.contains(id.value()) ? null : id;
      case LocalizedText text -> text;
      case List<?> list -> {
        List<Object> kept = kept(list);
        yield isSame(list, kept) ? list : kept;
      }
      case Set<?> set -> {
        List<Object> kept = kept(set);
        yield isSame(set, kept) ? set : new LinkedHashSet<>(kept);
      }
      case Map<?, ?> map -> map(map);
      case Record record -> record(record);
      default -> value;
    };
  }

  private List<Object> kept(Collection<?> values) {
    List<Object> kept = new ArrayList<>(values.size());
    for (Object each : values) {
      Object copy = copy(each);
      if (copy != null) {
        kept.add(copy);
      }
    }
    return kept;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Collection<?> before, List<Object> after) {
    if (before.size() != after.size()) {
      return false;
    }
    Iterator<Object> copies = after.iterator();
    for (Object each : before) {
      if (copies.next() != each) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("ReferenceEquality")
  private Map<?, ?> map(Map<?, ?> map) {
    Map<Object, Object> kept = new LinkedHashMap<>();
    boolean isSame = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = copy(entry.getKey());
      Object value = copy(entry.getValue());
      isSame &= key == entry.getKey() && value == entry.getValue();
      if (key != null && value != null) {
        kept.put(key, value);
      }
    }
    return isSame ? map : kept;
  }

  @SuppressWarnings("ReferenceEquality")
  private @Nullable Record record(Record record) {
    Map<String, Object> changes = new HashMap<>();
    for (RecordComponent component : References.componentsOf(record)) {
      Object value = References.get(component, record);
      if (value == null || component.getName().equals("id")) {
        continue;
      }
      Object copy = copy(value);
      if (copy == null || falls(record, component, value, copy)) {
        return null;
      }
      if (copy != value) {
        changes.put(component.getName(), copy);
      }
    }
    return changes.isEmpty() ? record : changed(record, changes);
  }

  private static Record changed(Record record, Map<String, Object> changes) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Object change = changes.get(components[i].getName());
      values[i] = change == null ? References.get(components[i], record) : change;
    }
    return (Record) Renaming.build(record.getClass(), values);
  }

  private static boolean falls(
      Record record, RecordComponent component, Object before, Object after) {
    return RESTS_ON.contains(component.getName())
        && FALL.contains(record.getClass())
        && before instanceof Collection<?> had
        && after instanceof Collection<?> has
        && !had.isEmpty()
        && has.isEmpty();
  }
}
