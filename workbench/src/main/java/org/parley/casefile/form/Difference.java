package org.parley.casefile.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.shape.Shape;

/// A field that differs between two versions of a record.
///
/// @param path the path: keys, names of elements or indices
/// @param before the value before; null if there was none
/// @param after the value after; null if there is none
public record Difference(List<String> path, @Nullable FormValue before, @Nullable FormValue after) {

  public Difference {
    path = List.copyOf(path);
  }

  /// The differing fields of two versions, in the order of the record; a null version has none.
  public static List<Difference> between(
      RecordForm form, @Nullable FormValue before, @Nullable FormValue after) {
    List<Difference> found = new ArrayList<>();
    compare(form.shape(), List.of(), before, after, found);
    return found;
  }

  private static void compare(
      Shape shape,
      List<String> path,
      @Nullable FormValue before,
      @Nullable FormValue after,
      List<Difference> found) {
    if (Objects.equals(before, after)) {
      return;
    }
    boolean keyed =
        shape instanceof Shape.Structure
            || shape instanceof Shape.Table
            || shape instanceof Shape.Localized
            || shape instanceof Shape.Union;
    if (keyed
        && (before == null || before instanceof FormValue.Keys)
        && (after == null || after instanceof FormValue.Keys)
        && !((shape instanceof Shape.Union || shape instanceof Shape.Localized)
            && (before == null || after == null))) {
      Map<String, FormValue> from = entries(before);
      Map<String, FormValue> to = entries(after);
      for (String key : inOrder(shape, from, to)) {
        compare(
            FormValueNodes.below(shape, key),
            FormValueNodes.below(path, key),
            from.get(key),
            to.get(key),
            found);
      }
      return;
    }
    if (shape instanceof Shape.Many(Shape element)
        && element instanceof Shape.Structure
        && (before == null || before instanceof FormValue.Rows)
        && (after == null || after instanceof FormValue.Rows)) {
      Map<String, FormValue> from = elements(before);
      Map<String, FormValue> to = elements(after);
      Set<String> names = new LinkedHashSet<>(from.keySet());
      names.addAll(to.keySet());
      for (String name : names) {
        compare(element, FormValueNodes.below(path, name), from.get(name), to.get(name), found);
      }
      return;
    }
    found.add(new Difference(path, before, after));
  }

  private static Set<String> inOrder(
      Shape shape, Map<String, FormValue> from, Map<String, FormValue> to) {
    Set<String> names = new LinkedHashSet<>();
    if (shape instanceof Shape.Structure structure) {
      structure.keys().forEach(key -> names.add(key.name()));
      names.removeIf(name -> !from.containsKey(name) && !to.containsKey(name));
    }
    names.addAll(from.keySet());
    names.addAll(to.keySet());
    return names;
  }

  private static Map<String, FormValue> entries(@Nullable FormValue written) {
    Map<String, FormValue> entries = new LinkedHashMap<>();
    if (written instanceof FormValue.Keys keys) {
      keys.entries().forEach(entry -> entries.putIfAbsent(entry.key(), entry.value()));
    }
    return entries;
  }

  /// Elements by their id, version or name, else by their index from 1.
  private static Map<String, FormValue> elements(@Nullable FormValue written) {
    Map<String, FormValue> elements = new LinkedHashMap<>();
    if (written instanceof FormValue.Rows rows) {
      for (FormValue item : rows.items()) {
        String name = Integer.toString(elements.size() + 1);
        if (item instanceof FormValue.Keys keys) {
          for (String key : List.of("id", "version", "name")) {
            if (!keys.words(key).isBlank()) {
              name = keys.words(key);
              break;
            }
          }
        }
        elements.put(elements.containsKey(name) ? name + "+" + elements.size() : name, item);
      }
    }
    return elements;
  }
}
