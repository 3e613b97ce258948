package org.parley.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.CasePackages;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.ReadableIds;
import org.parley.casefile.form.FormVisibility;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValueException;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Grade;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.position.Worth;
import org.parley.model.position.WorthCurve;
import org.parley.model.text.Amount;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.Quantity;
import org.parley.web.service.Rights;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.PositionCount;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;
import org.parley.wording.Complaint;

/// The positions of parties as one table: a column a party, a row an option, a rank or an end of a
/// range.
///
/// A cell is a grade or a worth. The input becomes edits of positions: one a party and point, in
/// one change.
public final class PositionGrid {

  /// The kind of a row.
  public enum RowKind {
    RANK,
    OPTION,
    LEAST,
    MOST,
    BEST;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A row of the table.
  ///
  /// @param kind its kind
  /// @param point its point
  /// @param option its option; null for other rows
  public record GridRow(RowKind kind, Point point, @Nullable Option option) {

    /// The name of the field in the column of a party.
    public String field(PartyId party) {
      String name = kind.word() + "/" + party.value() + "/" + point.id().value();
      return option == null ? name : name + "/" + option.id().value();
    }
  }

  /// The basis of new positions, and who sees them.
  ///
  /// @param told the day on which they were told; null for illustrations
  /// @param seen the word of their visibility
  public record PositionBasis(@Nullable Edtf told, String seen) {}

  /// The edits of a table, or its faults.
  ///
  /// @param edits the edits; empty if nothing was changed
  /// @param basedOn the versions of the changed positions, as the visitor saw them
  /// @param faults by field, what is wrong with it
  public record Filled(
      List<CaseEdit> edits, Map<String, Version> basedOn, Map<String, String> faults) {
    public Filled {
      edits = List.copyOf(edits);
      basedOn = Map.copyOf(basedOn);
      faults = Map.copyOf(faults);
    }

    /// The positions as they would become.
    public List<CaseRecord> records() {
      return edits.stream()
          .map(
              edit ->
                  switch (edit) {
                    case CaseEdit.Add(CaseRecord record, _) -> List.of(record);
                    case CaseEdit.Change(CaseRecord record) -> List.of(record);
                    case CaseEdit.Remove _, CaseEdit.Describe _ -> List.<CaseRecord>of();
                  })
          .flatMap(List::stream)
          .toList();
    }
  }

  private final CaseView view;
  private final Visitor visitor;
  private final List<Party> columns;

  /// Whether it is what one party tells in confidence, and nothing else.
  private final boolean isTold;

  private final List<GridRow> rows = new ArrayList<>();
  private final Map<String, Position> positions = new HashMap<>();

  private PositionGrid(CaseView view, Visitor visitor, List<Party> columns, boolean isTold) {
    this.view = view;
    this.visitor = visitor;
    this.columns = List.copyOf(columns);
    this.isTold = isTold;
  }

  /// The table of a visitor: all signatories for a mediator, the own party for a delegation.
  public static PositionGrid of(CaseView view, Visitor visitor) {
    PartyId own = visitor.party();
    List<Party> parties = view.columns().isEmpty() ? view.parties() : view.columns();
    PositionGrid grid =
        new PositionGrid(
            view,
            visitor,
            own == null
                ? parties
                : view.parties().stream().filter(each -> each.id().equals(own)).toList(),
            false);
    grid.fillRows();
    return grid;
  }

  /// The sheet told in confidence by a party: the positions that it and the mediator alone see.
  public static PositionGrid told(CaseView view, Visitor visitor, Party party) {
    PositionGrid grid = new PositionGrid(view, visitor, List.of(party), true);
    grid.fillRows();
    return grid;
  }

  private void fillRows() {
    for (Point point : view.points()) {
      Quantity quantity = point.quantity();
      if (PositionCount.isChoice(point)) {
        rows.add(new GridRow(RowKind.RANK, point, null));
      }
      if (quantity != null) {
        rows.add(new GridRow(RowKind.LEAST, point, null));
        rows.add(new GridRow(RowKind.MOST, point, null));
        rows.add(new GridRow(RowKind.BEST, point, null));
      } else if (point.options().size() > 1) {
        point.options().forEach(option -> rows.add(new GridRow(RowKind.OPTION, point, option)));
      }
    }
    for (Position each : CasePackages.standing(view, AsOf.LATEST)) {
      if (Visit.current().may().change(view, each)
          && (!isTold || each.visibility().equals(new Visibility.Party(each.party())))) {
        positions.merge(key(each), each, BinaryOperator.maxBy(Position.PRECEDENCE));
      }
    }
  }

  private static String key(Position position) {
    return position.party().value() + "/" + position.point().value();
  }

  public List<Party> columns() {
    return columns;
  }

  public List<GridRow> rows() {
    return List.copyOf(rows);
  }

  /// How many positions of the columns are on record, and how many there could be.
  public PositionCount count() {
    if (isTold) {
      int told = (int) positions.values().stream().filter(Position::saysSomething).count();
      return new PositionCount(told, (int) rows.stream().map(GridRow::point).distinct().count());
    }
    return PositionCount.of(view, columns.stream().map(Party::id).toList());
  }

  /// The text of each field as the positions stand; fields without one are left out.
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (GridRow row : rows) {
      for (Party party : columns) {
        Position position = positions.get(party.id().value() + "/" + row.point().id().value());
        String value = position == null ? "" : value(row, position);
        if (!value.isEmpty()) {
          values.put(row.field(party.id()), value);
        }
      }
    }
    return values;
  }

  /// The versions of the positions shown, by party and point.
  public Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    positions.forEach((key, position) -> versions.put(key, Version.of(position).value()));
    return versions;
  }

  /// Whether a field cannot be typed: worths at several values need the form of the position.
  public boolean isFixed(GridRow row, PartyId party) {
    Position position = positions.get(party.value() + "/" + row.point().id().value());
    return row.kind() == RowKind.BEST
        && position != null
        && position.range() != null
        && position.range().worth() instanceof WorthCurve.Through;
  }

  /// The worths at single values of a quantity; null if there are none.
  WorthCurve.@Nullable Through through(GridRow row, PartyId party) {
    Position position = positions.get(party.value() + "/" + row.point().id().value());
    return position != null
            && position.range() != null
            && position.range().worth() instanceof WorthCurve.Through through
        ? through
        : null;
  }

  private static String value(GridRow row, Position position) {
    AcceptedRange range = position.range();
    return switch (row.kind()) {
      case RANK -> position.rank() == null ? "" : position.rank().toString();
      case OPTION -> {
        OptionId option = row.option() == null ? null : row.option().id();
        Worth worth = position.worths().get(option);
        Grade grade = position.grades().get(option);
        yield worth != null ? worth.said() : grade == null ? "" : Say.word(grade);
      }
      case LEAST -> range == null || range.atLeast() == null ? "" : range.atLeast().said();
      case MOST -> range == null || range.atMost() == null ? "" : range.atMost().said();
      case BEST ->
          range == null
              ? ""
              : switch (range.worth()) {
                case null -> "";
                case WorthCurve.Rises _ -> "rises";
                case WorthCurve.Falls _ -> "falls";
                case WorthCurve.Peaks(Amount at) -> at.said();
                case WorthCurve.Through _ -> "…";
              };
    };
  }

  /// The edits that a table asks for.
  ///
  /// @param typed the text of each field; fields that are missing stay as they are
  /// @param seen the versions that the visitor saw, by party and point
  public Filled fill(Map<String, String> typed, Map<String, String> seen, PositionBasis basis) {
    List<CaseEdit> edits = new ArrayList<>();
    Map<String, Version> basedOn = new HashMap<>();
    Map<String, String> faults = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    Map<String, String> now = values();
    Map<String, List<GridRow>> byPoint = new LinkedHashMap<>();
    rows.forEach(
        row -> byPoint.computeIfAbsent(row.point().id().value(), _ -> new ArrayList<>()).add(row));
    for (Party party : columns) {
      byPoint.forEach(
          (point, group) -> {
            boolean changed =
                group.stream()
                    .map(row -> row.field(party.id()))
                    .anyMatch(
                        field ->
                            typed.containsKey(field)
                                && !typed.get(field).strip().equals(now.getOrDefault(field, "")));
            if (changed) {
              String key = party.id().value() + "/" + point;
              Position before = positions.get(key);
              Position base =
                  before != null ? before : fresh(party.id(), group.getFirst(), basis, taken);
              Position after = filled(base, party.id(), group, typed, faults);
              if (before == null) {
                edits.add(new CaseEdit.Add(after, null));
              } else if (isTold && isWithdrawn(after)) {
                edits.add(new CaseEdit.Remove(before.id()));
                basedOn.put(before.id().value(), new Version(seen.getOrDefault(key, "")));
              } else if (isTold && !Objects.equals(before.told(), basis.told())) {
                Position fresh = fresh(party.id(), group.getFirst(), basis, taken);
                edits.add(new CaseEdit.Add(replacing(before, after, fresh), null));
                if (!Version.of(before).value().equals(seen.getOrDefault(key, ""))) {
                  faults.put("", Say.text("grid.changed"));
                }
              } else if (!after.equals(before)) {
                edits.add(new CaseEdit.Change(after));
                basedOn.put(after.id().value(), new Version(seen.getOrDefault(key, "")));
              }
            }
          });
    }
    return new Filled(edits, basedOn, faults);
  }

  /// Whether nothing is left of a position, so that it is withdrawn. One that replaced another
  /// stays, or that one would count again.
  private boolean isWithdrawn(Position position) {
    return !position.saysSomething()
        && position.rank() == null
        && position.weight() == null
        && position.interest() == null
        && position.concludes() == null
        && position.onlyIf().isEmpty()
        && position.supersedes().isEmpty()
        && Visit.current().may().remove(view, position);
  }

  /// A position told on another day, in the place of an earlier one that stays on record.
  private static Position replacing(Position before, Position after, Position fresh) {
    return new Position(
        fresh.id(),
        after.party(),
        after.point(),
        fresh.told(),
        null,
        after.concludes(),
        after.interest(),
        after.rank(),
        after.weight(),
        after.grades(),
        after.worths(),
        after.range(),
        after.onlyIf(),
        List.of(),
        fresh.told(),
        false,
        List.of(before.id()),
        before.visibility());
  }

  /// The cells of positions that somebody else changed since they were seen, with what stands there
  /// now. A second save has seen it.
  public Map<String, String> changedSince(Map<String, String> typed, Map<String, String> seen) {
    Map<String, String> changed = new LinkedHashMap<>();
    Map<String, String> now = values();
    Map<String, String> versions = versions();
    for (Party party : columns) {
      for (GridRow row : rows) {
        String key = party.id().value() + "/" + row.point().id().value();
        String field = row.field(party.id());
        String value = now.getOrDefault(field, "");
        String text = typed.getOrDefault(field, value).strip();
        if (!versions.getOrDefault(key, "").equals(seen.getOrDefault(key, ""))
            && !text.equals(value)) {
          changed.put(field, Say.text("grid.is-now", "value", value, "empty", value.isEmpty()));
        }
      }
    }
    return changed;
  }

  private Position fresh(PartyId party, GridRow row, PositionBasis basis, Set<String> taken) {
    String stem =
        Rights.beginningOfIds(visitor) + "q-" + party.value() + "-" + row.point().id().value();
    String id = ReadableIds.free(stem, taken);
    while (view.find(id).isPresent() || view.findWhole(id).isPresent()) {
      id = ReadableIds.free(stem, taken);
    }
    return new Position(
        new PositionId(id),
        party,
        row.point().id(),
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        null,
        List.of(),
        List.of(),
        basis.told(),
        basis.told() == null,
        List.of(),
        FormVisibility.find(basis.seen(), party.value()).orElse(new Visibility.Mediator()));
  }

  private static Position filled(
      Position base,
      PartyId party,
      List<GridRow> group,
      Map<String, String> typed,
      Map<String, String> faults) {
    Integer rank = base.rank();
    Map<OptionId, Grade> grades = new LinkedHashMap<>(base.grades());
    Map<OptionId, Worth> worths = new LinkedHashMap<>(base.worths());
    AcceptedRange range = base.range();
    for (GridRow row : group) {
      String field = row.field(party);
      String text = typed.get(field);
      if (text == null) {
        continue;
      }
      text = text.strip();
      try {
        switch (row.kind()) {
          case RANK -> rank = text.isEmpty() ? null : rank(text);
          case OPTION -> {
            OptionId option = row.option() == null ? null : row.option().id();
            if (option != null) {
              cell(option, text, grades, worths);
            }
          }
          case LEAST ->
              range = range(amount(text), range == null ? null : range.atMost(), curve(range));
          case MOST ->
              range = range(range == null ? null : range.atLeast(), amount(text), curve(range));
          case BEST -> {
            if (!text.equals("…")) {
              range =
                  range(
                      range == null ? null : range.atLeast(),
                      range == null ? null : range.atMost(),
                      best(text));
            }
          }
        }
      } catch (InvalidValueException e) {
        faults.put(field, Say.sentence(Complaint.of(e).sentence()));
      } catch (BadCell e) {
        faults.put(field, String.valueOf(e.getMessage()));
      }
    }
    return new Position(
        base.id(),
        base.party(),
        base.point(),
        base.from(),
        base.known(),
        base.concludes(),
        base.interest(),
        rank,
        base.weight(),
        grades,
        worths,
        range,
        base.onlyIf(),
        base.claims(),
        base.told(),
        base.illustrative(),
        base.supersedes(),
        base.visibility());
  }

  /// A cell that is neither a grade nor a worth.
  private static final class BadCell extends Exception {
    private static final long serialVersionUID = 1;

    BadCell(String key, String value) {
      super(Say.text(key, "value", value));
    }
  }

  private static Integer rank(String text) throws BadCell {
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new BadCell("grid.not-a-rank", text);
    }
    return Integer.valueOf(text);
  }

  private static void cell(
      OptionId option, String text, Map<OptionId, Grade> grades, Map<OptionId, Worth> worths)
      throws BadCell {
    Optional<Grade> grade = grade(text);
    if (text.isEmpty()) {
      grades.remove(option);
      worths.remove(option);
    } else if (grade.isPresent()) {
      grades.put(option, grade.get());
      worths.remove(option);
    } else if (text.matches("-?\\d.*")) {
      worths.put(option, new Worth(text));
    } else {
      throw new BadCell("grid.not-a-grade", text);
    }
  }

  /// A grade by its word in any language of the product, or by its first letter in English.
  private static Optional<Grade> grade(String text) {
    String word = text.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    for (Grade each : Grade.values()) {
      String name = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (word.equals(name)
          || word.equals(name.substring(0, 1))
          || text.equalsIgnoreCase(Say.word(each))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Amount amount(String text) {
    return text.isEmpty() ? null : new Amount(text);
  }

  private static @Nullable WorthCurve curve(@Nullable AcceptedRange range) {
    return range == null ? null : range.worth();
  }

  private static @Nullable WorthCurve best(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "rises", "more", "+" -> new WorthCurve.Rises();
      case "falls", "less", "-" -> new WorthCurve.Falls();
      default -> new WorthCurve.Peaks(new Amount(text));
    };
  }

  private static @Nullable AcceptedRange range(
      @Nullable Amount least, @Nullable Amount most, @Nullable WorthCurve worth) {
    return least == null && most == null && worth == null
        ? null
        : new AcceptedRange(least, most, worth);
  }

  /// The field of a trouble that the whole case finds in an edit.
  ///
  /// @param path the path within the position
  Optional<String> field(CaseRecord record, List<String> path) {
    if (!(record instanceof Position position) || path.isEmpty()) {
      return Optional.empty();
    }
    String below = position.party().value() + "/" + position.point().value();
    return switch (path.getFirst()) {
      case "told" -> Optional.of("told");
      case "rank" -> Optional.of("rank/" + below);
      case "grades", "worths" ->
          path.size() > 1 ? Optional.of("option/" + below + "/" + path.get(1)) : Optional.empty();
      case "range" ->
          Optional.of(
              (path.size() > 1 && path.get(1).equals("atLeast")
                      ? "least/"
                      : path.size() > 1 && path.get(1).equals("atMost") ? "most/" : "best/")
                  + below);
      default -> Optional.empty();
    };
  }
}
