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

/// A merge of two versions of a record, field by field.
///
/// A field that one side changed takes that change. A field changed differently on both sides is a
/// conflict. Lists of elements with names, such as the options and texts of a point, are merged by
/// element; other lists are one field.
///
/// @param written the merged record; a conflict has mine, unless theirs was chosen
/// @param clashes the conflicts
/// @param taken the fields changed by the other side only
public record RecordMerge(FormValue.Keys written, List<Clash> clashes, List<Difference> taken) {

  /// A conflict: a field that both sides changed.
  ///
  /// @param path the path
  /// @param base the common value; null if there was none
  /// @param mine the value on one side; null if it was removed
  /// @param theirs the value on the other side; null if it was removed
  public record Clash(
      List<String> path,
      @Nullable FormValue base,
      @Nullable FormValue mine,
      @Nullable FormValue theirs) {

    /// The path as a single word, for the name of a field.
    public String name() {
      return String.join("/", path);
    }
  }

  /// Keys that identify the elements of a list.
  private static final List<String> NAMES = List.of("id", "version", "name");

  /// Merges two versions with a common ancestor.
  ///
  /// @param theirsChosen the paths, joined with `/`, of the conflicts resolved as theirs
  public static RecordMerge of(
      RecordForm form,
      FormValue.Keys base,
      FormValue.Keys mine,
      FormValue.Keys theirs,
      Set<String> theirsChosen) {
    Joining joining = new Joining(theirsChosen);
    FormValue joined = joining.join(form.shape(), List.of(), base, mine, theirs);
    return new RecordMerge(
        joined instanceof FormValue.Keys keys ? keys : FormValue.Keys.NOTHING,
        List.copyOf(joining.clashes),
        Difference.between(form, base, theirs).stream()
            .filter(each -> joining.tookTheirs(each.path()))
            .toList());
  }

  /// A merge in progress.
  private static final class Joining {

    private final Set<String> theirsChosen;
    private final List<Clash> clashes = new ArrayList<>();
    private final List<List<String>> taken = new ArrayList<>();

    Joining(Set<String> theirsChosen) {
      this.theirsChosen = theirsChosen;
    }

    boolean tookTheirs(List<String> path) {
      return taken.stream()
          .anyMatch(
              each -> each.size() <= path.size() && path.subList(0, each.size()).equals(each));
    }

    @Nullable FormValue join(
        Shape shape,
        List<String> path,
        @Nullable FormValue base,
        @Nullable FormValue mine,
        @Nullable FormValue theirs) {
      if (Objects.equals(mine, theirs) || Objects.equals(base, theirs)) {
        return mine;
      }
      if (Objects.equals(base, mine)) {
        taken.add(path);
        return theirs;
      }
      if (mine instanceof FormValue.Keys one && theirs instanceof FormValue.Keys other) {
        FormValue.Keys from = base instanceof FormValue.Keys keys ? keys : FormValue.Keys.NOTHING;
        if (shape instanceof Shape.Structure
            || shape instanceof Shape.Table
            || shape instanceof Shape.Localized) {
          return keys(shape, path, from, one, other);
        }
        if (shape instanceof Shape.Union && sameForm(from, one, other)) {
          return keys(shape, path, from, one, other);
        }
      }
      if (shape instanceof Shape.Many(Shape element)
          && mine instanceof FormValue.Rows one
          && theirs instanceof FormValue.Rows other) {
        FormValue.Rows from =
            base instanceof FormValue.Rows rows ? rows : new FormValue.Rows(List.of());
        String name = name(element, one, other, from);
        if (name != null) {
          return rows(element, name, path, from, one, other);
        }
      }
      clashes.add(new Clash(path, base, mine, theirs));
      return theirsChosen.contains(String.join("/", path)) ? theirs : mine;
    }

    private static boolean sameForm(
        FormValue.Keys base, FormValue.Keys mine, FormValue.Keys theirs) {
      List<String> forms = mine.entries().stream().map(FormValue.Entry::key).toList();
      return forms.equals(theirs.entries().stream().map(FormValue.Entry::key).toList())
          && forms.equals(base.entries().stream().map(FormValue.Entry::key).toList());
    }

    private FormValue keys(
        Shape shape,
        List<String> path,
        FormValue.Keys base,
        FormValue.Keys mine,
        FormValue.Keys theirs) {
      Set<String> names = new LinkedHashSet<>();
      mine.entries().forEach(entry -> names.add(entry.key()));
      theirs.entries().forEach(entry -> names.add(entry.key()));
      base.entries().forEach(entry -> names.add(entry.key()));
      List<FormValue.Entry> joined = new ArrayList<>();
      for (String name : names) {
        FormValue value =
            join(
                FormValueNodes.below(shape, name),
                FormValueNodes.below(path, name),
                base.get(name),
                mine.get(name),
                theirs.get(name));
        if (value != null) {
          joined.add(new FormValue.Entry(name, value));
        }
      }
      return new FormValue.Keys(joined);
    }

    /// The key that identifies the elements of these lists uniquely; null if there is none.
    private static @Nullable String name(Shape element, FormValue.Rows... lists) {
      if (!(element instanceof Shape.Structure structure)) {
        return null;
      }
      for (String name : NAMES) {
        if (structure.key(name) != null) {
          for (FormValue.Rows list : lists) {
            Map<String, FormValue> byName = byName(list, name);
            if (byName.size() != list.items().size() || byName.containsKey("")) {
              return null;
            }
          }
          return name;
        }
      }
      return null;
    }

    private static Map<String, FormValue> byName(FormValue.Rows list, String name) {
      Map<String, FormValue> byName = new LinkedHashMap<>();
      for (FormValue item : list.items()) {
        byName.put(item instanceof FormValue.Keys keys ? keys.words(name) : "", item);
      }
      return byName;
    }

    /// The elements in my order, then those of the other side only.
    private FormValue rows(
        Shape element,
        String name,
        List<String> path,
        FormValue.Rows base,
        FormValue.Rows mine,
        FormValue.Rows theirs) {
      Map<String, FormValue> from = byName(base, name);
      Map<String, FormValue> one = byName(mine, name);
      Map<String, FormValue> other = byName(theirs, name);
      Set<String> names = new LinkedHashSet<>(one.keySet());
      names.addAll(other.keySet());
      List<FormValue> joined = new ArrayList<>();
      for (String each : names) {
        FormValue value =
            join(
                element,
                FormValueNodes.below(path, each),
                from.get(each),
                one.get(each),
                other.get(each));
        if (value != null) {
          joined.add(value);
        }
      }
      return new FormValue.Rows(joined);
    }
  }
}
