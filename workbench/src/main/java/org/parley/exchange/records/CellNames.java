package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.cases.CaseView;
import org.parley.model.party.Party;
import org.parley.model.source.Source;
import org.parley.model.text.Instrument;
import org.parley.model.text.Option;
import org.parley.model.text.Point;

/// The ids that names in cells stand for: those of the case, and those of the same table.
final class CellNames {

  private final CaseView view;
  private final Map<Class<?>, Map<String, Set<String>>> ids = new HashMap<>();

  CellNames(CaseView view) {
    this.view = view;
    view.records()
        .forEach(
            each ->
                names(each).forEach(name -> add(each.id().getClass(), name, each.id().value())));
  }

  /// Remembers a name.
  void add(Class<?> type, String name, String id) {
    String folded = Vocabulary.folded(name);
    if (!folded.isEmpty()) {
      ids.computeIfAbsent(type, _ -> new HashMap<>())
          .computeIfAbsent(folded, _ -> new LinkedHashSet<>())
          .add(id);
    }
  }

  /// The ids of records of a type with a name.
  List<String> find(Class<?> type, String name) {
    Map<String, Set<String>> known = ids.getOrDefault(type, Map.of());
    return List.copyOf(known.getOrDefault(Vocabulary.folded(name), Set.of()));
  }

  /// The ids of options of a point with a title.
  List<String> options(String point, String title) {
    List<String> found = new ArrayList<>();
    if (view.find(point).orElse(null) instanceof Point owner) {
      for (Option option : owner.options()) {
        if (texts(option.title()).stream()
            .anyMatch(each -> Vocabulary.folded(each).equals(Vocabulary.folded(title)))) {
          found.add(option.id().value());
        }
      }
    }
    return found;
  }

  private static Set<String> names(CaseRecord record) {
    Set<String> names = new LinkedHashSet<>();
    switch (record) {
      case Party party -> {
        names.addAll(texts(party.name()));
        names.addAll(texts(party.shortName()));
      }
      case Point point -> {
        names.addAll(texts(point.title()));
        names.add(point.number());
      }
      case Instrument instrument -> {
        names.addAll(texts(instrument.title()));
        names.addAll(texts(instrument.shortName()));
      }
      case Source source -> {
        names.addAll(texts(source.title()));
        names.add(source.publisher() + ": " + source.title().text());
        String address = source.address();
        if (address != null) {
          names.add(address);
        }
      }
      default ->
          record.withNames(
              text -> {
                names.addAll(texts(text));
                return text;
              });
    }
    return names;
  }

  private static List<String> texts(@Nullable LocalizedText text) {
    if (text == null) {
      return List.of();
    }
    List<String> all = new ArrayList<>(text.others().values());
    all.add(text.text());
    return all;
  }
}
