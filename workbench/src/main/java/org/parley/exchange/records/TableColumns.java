package org.parley.exchange.records;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.casefile.shape.Shape;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.text.OptionId;
import org.parley.wording.Language;

/// The columns of a kind of record, derived from its shape.
public final class TableColumns {

  /// Parts of the coordinates of an incident, which are written together as `at`.
  static final String LATITUDE = "at.latitude";

  static final String LONGITUDE = "at.longitude";

  private final Set<String> languages;
  private final Map<String, TableColumn> columns = new LinkedHashMap<>();

  private TableColumns(Collection<String> languages) {
    this.languages = new LinkedHashSet<>(languages);
  }

  /// The columns of a kind, with one for each language of the product and of the case.
  public static List<TableColumn> of(TableKind kind, CaseView view) {
    Set<String> languages = new LinkedHashSet<>(Language.tags());
    view.records()
        .forEach(
            each ->
                each.withNames(
                    text -> {
                      languages.addAll(tags(text));
                      return text;
                    }));
    return of(kind, languages);
  }

  private static Set<String> tags(LocalizedText text) {
    return text.language() == null ? Set.of() : text.byLanguage().keySet();
  }

  /// The columns of a kind.
  ///
  /// @param languages tags of the languages of names and titles
  public static List<TableColumn> of(TableKind kind, Collection<String> languages) {
    TableColumns made = new TableColumns(languages);
    for (Shape.Key key : kind.form().shape().keys()) {
      made.top(key.name(), key.shape(), key.required());
    }
    if (kind == TableKind.INCIDENTS) {
      made.add(LATITUDE, "", false);
      made.add(LONGITUDE, "", false);
    }
    return List.copyOf(made.columns.values());
  }

  private void top(String name, Shape shape, boolean isNeeded) {
    switch (shape) {
      case Shape.Many(Shape.Structure element) -> structure(name, element, name);
      case Shape.Many(Shape.Union element) when isSpread(element) ->
          below(name, element, name, true);
      case Shape.Table table -> {
        String of = keyColumn(name, table);
        add(of, of, false);
        add(name, of, false);
      }
      default -> below(name, shape, "", isNeeded);
    }
  }

  private void structure(String name, Shape.Structure shape, String group) {
    for (Shape.Key key : shape.keys()) {
      below(name + "." + key.name(), key.shape(), group, key.required());
    }
  }

  private void below(String name, Shape shape, String group, boolean isNeeded) {
    switch (shape) {
      case Shape.Localized _ -> {
        add(name, group, isNeeded);
        languages.forEach(each -> add(name + "." + each, group, false));
      }
      case Shape.Structure structure -> {
        for (Shape.Key key : structure.keys()) {
          below(name + "." + key.name(), key.shape(), group, false);
        }
      }
      case Shape.Union union when isSpread(union) -> {
        add(name, group, isNeeded);
        for (Shape.Member member : union.members()) {
          for (Shape.Key key : member.structure().keys()) {
            below(name + "." + key.name(), key.shape(), group, false);
          }
        }
      }
      default -> add(name, group, isNeeded);
    }
  }

  private void add(String name, String group, boolean isNeeded) {
    columns.putIfAbsent(name, new TableColumn(name, group, isNeeded));
  }

  /// The column of the keys of a table. Options of grades and worths share one.
  static String keyColumn(String name, Shape.Table table) {
    return table.key().idType() == OptionId.class ? "option" : name + ".of";
  }

  /// Whether a choice has a column for its form and one for each key of its forms.
  static boolean isSpread(Shape.Union union) {
    return union.type() != Visibility.class
        && union.members().stream().anyMatch(each -> each.form() == Shape.Form.MAP)
        && union.bare() == null;
  }
}
