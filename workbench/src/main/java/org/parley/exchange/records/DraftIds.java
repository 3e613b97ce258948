package org.parley.exchange.records;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.ReadableIds;
import org.parley.casefile.shape.Shape;
import org.parley.exchange.records.TableReading.TableContext;
import org.parley.exchange.records.TableRow.Draft;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.position.Position;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// Gives each record of a table its id, and finds the record on record that it means.
final class DraftIds {

  private static final Map<TableKind, List<String>> NAMED =
      Map.of(
          TableKind.PARTIES, List.of("shortName", "name"),
          TableKind.POINTS, List.of("number", "title"),
          TableKind.SOURCES, List.of("title", "address"),
          TableKind.STEPS, List.of("title"),
          TableKind.DEMANDS, List.of("text"),
          TableKind.INCIDENTS, List.of("title"));

  private final TableKind kind;
  private final TableContext context;
  private final CellNames names;
  private final Set<String> taken;
  private final Map<Draft, String> ids = new HashMap<>();
  private final Map<Draft, CaseRecord> existing = new HashMap<>();
  private int highestNumber;

  DraftIds(TableKind kind, TableContext context, CellNames names, List<Draft> drafts) {
    this.kind = kind;
    this.context = context;
    this.names = names;
    this.taken = new HashSet<>(context.taken());
    for (Point each : context.view().points()) {
      highest(each.number());
    }
    for (Draft draft : drafts) {
      taken.add(draft.head.text("id"));
      draft
          .elements
          .values()
          .forEach(
              all ->
                  all.forEach(
                      each ->
                          each.cells()
                              .forEach(
                                  (name, cell) -> {
                                    if (name.endsWith(".id")) {
                                      taken.add(cell.text());
                                    }
                                  })));
      highest(draft.head.text("number"));
      find(draft).ifPresent(found -> existing.put(draft, found));
    }
    drafts.forEach(draft -> ids.put(draft, id(draft)));
    drafts.forEach(this::name);
  }

  private void highest(String number) {
    if (number.matches("\\d{1,6}")) {
      highestNumber = Math.max(highestNumber, Integer.parseInt(number));
    }
  }

  /// The number of the next point.
  String nextNumber() {
    highestNumber = Math.addExact(highestNumber, 1);
    return Integer.toString(highestNumber);
  }

  String of(Draft draft) {
    return ids.getOrDefault(draft, "");
  }

  /// The record on record; null for a new one. It may be of another kind.
  @Nullable CaseRecord existing(Draft draft) {
    return existing.get(draft);
  }

  /// The id of an element of a record: that of the element with its title, or a new one.
  String element(String owner, String title, List<String> found) {
    if (found.size() == 1) {
      return found.getFirst();
    }
    String slug = ReadableIds.slug(title);
    return ReadableIds.free(owner + "-" + (slug.isEmpty() ? "x" : slug), taken);
  }

  private Optional<CaseRecord> find(Draft draft) {
    String id = draft.head.text("id");
    if (!id.isEmpty()) {
      return context.view().find(id).filter(each -> each.id().value().equals(id));
    }
    if (kind == TableKind.POSITIONS) {
      return position(draft);
    }
    String name = kind.naming().isEmpty() ? "" : text(draft, kind.naming());
    List<String> found = name.isEmpty() ? List.of() : names.find(idType(), name);
    return found.size() == 1 ? context.view().find(found.getFirst()) : Optional.empty();
  }

  private Optional<CaseRecord> position(Draft draft) {
    String party = id(PartyId.class, draft.head.text("party"));
    String point = id(PointId.class, draft.head.text("point"));
    List<Position> same =
        context.view().positions().stream()
            .filter(
                each -> each.party().value().equals(party) && each.point().value().equals(point))
            .filter(each -> from(each).equals(draft.head.text("from")))
            .filter(each -> each.id().value().startsWith(context.idPrefix()))
            .toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  private static String from(Position position) {
    return position.from() == null ? "" : position.from().toString();
  }

  private String id(Class<?> type, String name) {
    List<String> found = names.find(type, name);
    return context.view().find(name).isEmpty() && found.size() == 1 ? found.getFirst() : name;
  }

  private Class<?> idType() {
    Shape.Key key = kind.form().shape().key("id");
    Class<?> type = key == null ? null : key.shape().idType();
    return type == null ? String.class : type;
  }

  private static String text(Draft draft, String name) {
    String whole = draft.head.text(name);
    if (!whole.isEmpty()) {
      return whole;
    }
    return draft.head.cells().entrySet().stream()
        .filter(each -> each.getKey().startsWith(name + "."))
        .map(each -> each.getValue().text())
        .findFirst()
        .orElse("");
  }

  private String id(Draft draft) {
    CaseRecord found = existing.get(draft);
    if (found != null) {
      return found.id().value();
    }
    String named = draft.head.text("id");
    return named.isEmpty() ? ReadableIds.free(context.idPrefix() + stem(draft), taken) : named;
  }

  private String stem(Draft draft) {
    return switch (kind) {
      case POINTS -> "p" + slug(text(draft, "number"), slug(text(draft, "title"), nextNumber()));
      case POSITIONS ->
          "q-"
              + slug(id(PartyId.class, draft.head.text("party")), "x")
              + "-"
              + slug(id(PointId.class, draft.head.text("point")), "x");
      case SOURCES -> slug(text(draft, "publisher") + " " + year(draft), "source");
      case LOG_ENTRIES -> "e-" + slug(draft.head.text("says.incident"), "x");
      case PARTIES, STEPS, DEMANDS, INCIDENTS -> slug(first(draft), kind.form().name());
    };
  }

  private static String year(Draft draft) {
    String date = draft.head.text("date").replaceAll(".*?(\\d{4}).*", "$1");
    return date.matches("\\d{4}") ? date : "";
  }

  private String first(Draft draft) {
    return NAMED.getOrDefault(kind, List.of()).stream()
        .map(each -> text(draft, each))
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String slug(String text, String otherwise) {
    String slug = ReadableIds.slug(text);
    return slug.isEmpty() ? otherwise : slug;
  }

  /// Other rows may name this record.
  private void name(Draft draft) {
    for (String each : NAMED.getOrDefault(kind, List.of())) {
      String name = text(draft, each);
      if (!name.isEmpty()) {
        names.add(idType(), name, of(draft));
      }
    }
  }
}
