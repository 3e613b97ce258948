package org.parley.model.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.text.Component;
import org.parley.model.text.Option;
import org.parley.model.text.Point;
import org.parley.model.text.TextVersion;

/// A part of a record with readers of its own: a component, an option or a text of a point.
///
/// @param key the list it stands in: `components`, `options` or `texts`
/// @param index its place there, from 0
public record RecordPart(String key, int index) {

  private static final Map<String, Function<Point, List<?>>> LISTS =
      Map.of("components", Point::components, "options", Point::options, "texts", Point::texts);

  /// The part of a record that a path leads into, if fewer read it than the record.
  static Optional<RecordPart> of(CaseRecord record, List<String> path) {
    if (!(record instanceof Point) || path.size() < 2 || !LISTS.containsKey(path.getFirst())) {
      return Optional.empty();
    }
    RecordPart part = new RecordPart(path.getFirst(), Integer.parseInt(path.get(1)));
    return part.readers(record).equals(record.visibility()) ? Optional.empty() : Optional.of(part);
  }

  /// The path to it in its record.
  public List<String> path() {
    return List.of(key, Integer.toString(index));
  }

  /// Those who read the record, and this part of it.
  Visibility readers(CaseRecord record) {
    return record.visibility().and(visibilityOf(value(record)));
  }

  private static Visibility visibilityOf(Object part) {
    return switch (part) {
      case Component component -> component.visibility();
      case Option option -> option.visibility();
      case TextVersion text -> text.visibility();
      default -> throw new IllegalArgumentException("no part of a point: " + part);
    };
  }

  /// Its value in a record.
  public Object value(CaseRecord record) {
    return list(record, key).get(index);
  }

  /// The same part in another copy of its record, if it is in there. Parts are compared by
  /// identity, since two may be equal.
  @SuppressWarnings("ReferenceEquality")
  public Optional<RecordPart> in(CaseRecord copy, Object value) {
    List<?> list = list(copy, key);
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == value) {
        return Optional.of(new RecordPart(key, i));
      }
    }
    return Optional.empty();
  }

  /// The record without this part.
  @SuppressWarnings("ReferenceEquality")
  CaseRecord without(CaseRecord record) {
    Object own = value(record);
    return kept(record, key, each -> each != own);
  }

  /// A record with these of its parts, and no others.
  @SuppressWarnings("ReferenceEquality")
  static CaseRecord only(CaseRecord record, Collection<RecordPart> parts) {
    List<Object> values = new ArrayList<>();
    parts.forEach(each -> values.add(each.value(record)));
    CaseRecord left = record;
    for (String key : LISTS.keySet()) {
      left = kept(left, key, each -> values.stream().anyMatch(value -> value == each));
    }
    return left;
  }

  /// A point with the parts of another copy of it behind its own, each once.
  public static Point joined(Point point, Point more) {
    Point joined = point;
    for (String key : LISTS.keySet()) {
      List<?> own = list(point, key);
      joined =
          Pruning.with(
              joined,
              key,
              Stream.concat(
                      own.stream(), list(more, key).stream().filter(each -> !own.contains(each)))
                  .toList());
    }
    return joined;
  }

  /// The parts that a record has behind those of an earlier copy; none if more than that differs.
  public static List<RecordPart> added(CaseRecord before, CaseRecord after) {
    List<RecordPart> added = new ArrayList<>();
    List<RecordPart> same = new ArrayList<>();
    for (String key : new TreeSet<>(LISTS.keySet())) {
      for (int i = 0; i < list(after, key).size(); i++) {
        (i < list(before, key).size() ? same : added).add(new RecordPart(key, i));
      }
    }
    return after instanceof Point && only(after, same).equals(before) ? added : List.of();
  }

  private static CaseRecord kept(CaseRecord record, String key, Predicate<Object> isKept) {
    return Pruning.with(record, key, list(record, key).stream().filter(isKept).toList());
  }

  private static List<?> list(CaseRecord record, String key) {
    Function<Point, List<?>> list = LISTS.get(key);
    return list != null && record instanceof Point point ? list.apply(point) : List.of();
  }
}
