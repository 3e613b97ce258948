package org.parley.model.checks;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
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

  private @Nullable Object copy(Object value) {
    return switch (value) {
      case Id id -> gone.contains(id.value()) ? null : id;
      case List<?> list -> all(list);
      case Set<?> set -> new LinkedHashSet<>(all(set));
      case Map<?, ?> map -> map(map);
      case Record record -> record(record);
      default -> value;
    };
  }

  private List<Object> all(Collection<?> values) {
    List<Object> kept = new ArrayList<>();
    for (Object each : values) {
      Object copy = copy(each);
      if (copy != null) {
        kept.add(copy);
      }
    }
    return kept;
  }

  private Map<Object, Object> map(Map<?, ?> map) {
    Map<Object, Object> kept = new LinkedHashMap<>();
    map.forEach(
        (key, each) -> {
          Object keyCopy = copy(key);
          Object copy = copy(each);
          if (keyCopy != null && copy != null) {
            kept.put(keyCopy, copy);
          }
        });
    return kept;
  }

  private @Nullable Record record(Record record) {
    if (References.of(record).stream()
        .noneMatch(each -> !each.declares() && gone.contains(each.id().value()))) {
      return record;
    }
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      RecordComponent component = components[i];
      Object value = References.get(component, record);
      if (value == null || component.getName().equals("id")) {
        values[i] = value;
        continue;
      }
      Object copy = copy(value);
      if (copy == null || falls(record, component, value, copy)) {
        return null;
      }
      values[i] = copy;
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
