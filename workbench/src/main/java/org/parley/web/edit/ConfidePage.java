package org.parley.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.party.Party;
import org.parley.model.position.Grade;
import org.parley.model.text.Amount;
import org.parley.model.text.Option;
import org.parley.model.text.Point;
import org.parley.model.text.Quantity;
import org.parley.web.edit.PositionGrid.GridRow;
import org.parley.web.edit.PositionGrid.RowKind;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.PositionCount;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.wording.Language;

/// The sheet on which a party tells the mediator its preferences in confidence.
///
/// @param frame the page frame
/// @param party the party; null while a mediator has not chosen one
/// @param parties the parties that a mediator can choose, with their addresses
/// @param readers who sees what is saved
/// @param points the points of the sheet
/// @param count how many positions of the party are on record
/// @param versions the versions seen, by party and point
/// @param faults by field, the fault; the empty field is the page
/// @param told the day typed
/// @param saved the number of positions just saved; 0 for none
public record ConfidePage(
    Frame frame,
    @Nullable Party party,
    List<Choice> parties,
    String readers,
    List<SheetPoint> points,
    PositionCount count,
    Map<String, String> versions,
    Map<String, String> faults,
    String told,
    int saved) {

  /// The prefix of the field that has the shape of a curve.
  private static final String SHAPE = "shape/";

  /// The prefix of the field that has its best value.
  private static final String PEAK = "peak/";

  /// The cell of a curve that peaks nowhere yet.
  private static final String NO_PEAK = "?";

  public ConfidePage {
    parties = List.copyOf(parties);
    points = List.copyOf(points);
    versions = Map.copyOf(versions);
    faults = Map.copyOf(faults);
  }

  /// A point with what is said of it.
  ///
  /// @param rank the field of its rank
  /// @param options its options; empty for a quantity
  /// @param curve its quantity; null for options
  public record SheetPoint(
      Point point, SheetField rank, List<SheetOption> options, @Nullable SheetCurve curve) {
    public SheetPoint {
      options = List.copyOf(options);
    }
  }

  /// A field.
  ///
  /// @param wrong its fault; empty for none
  public record SheetField(String name, String value, String wrong) {}

  /// An option, to be graded.
  ///
  /// @param worth a worth in points that stands for it instead of a grade; empty for none
  public record SheetOption(Option option, SheetField field, String worth) {}

  /// A quantity.
  ///
  /// @param shape the word of the shape: same, rises, falls, peaks, through
  /// @param peak the best value, if the worth peaks
  /// @param isThrough whether worths in points stand for the shape
  public record SheetCurve(
      Quantity quantity,
      SheetField least,
      SheetField most,
      SheetField shape,
      SheetField peak,
      boolean isThrough,
      WorthChart chart) {

    /// The shapes that can be chosen.
    public List<String> shapes() {
      return isThrough
          ? List.of("through", "same", "rises", "falls", "peaks")
          : List.of("same", "rises", "falls", "peaks");
    }

    /// The most digits after the point.
    public int decimals() {
      return WorthChart.decimals(quantity);
    }
  }

  /// The party of a sheet: a delegation's own, or the one that a mediator names; empty while none
  /// is named.
  ///
  /// @throws NotOnRecord if there is no such party
  public static Optional<Party> party(CaseView view, Visitor visitor, String named) {
    PartyId own = visitor.party();
    if (own == null && named.isEmpty()) {
      return Optional.empty();
    }
    String id = own == null ? named : own.value();
    List<Party> parties = parties(view);
    return Optional.of(
        view.parties().stream()
            .filter(each -> each.id().value().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotOnRecord(
                        "party", id, parties.stream().map(each -> each.id().value()).toList())));
  }

  private static List<Party> parties(CaseView view) {
    return view.columns().isEmpty() ? view.parties() : view.columns();
  }

  /// The sheet as the positions stand.
  ///
  /// @param today the day proposed
  public static ConfidePage of(
      OpenCase open, Visitor visitor, Optional<Party> party, String today, int saved) {
    return page(open, visitor, party, Map.of(), Map.of(), today, Map.of(), saved);
  }

  /// The sheet with what was typed, which is not saved.
  public static ConfidePage sent(
      OpenCase open,
      Visitor visitor,
      Party party,
      Map<String, String> typed,
      Map<String, String> versions,
      String told,
      Map<String, String> faults) {
    return page(open, visitor, Optional.of(party), typed, versions, told, faults, 0);
  }

  private static ConfidePage page(
      OpenCase open,
      Visitor visitor,
      Optional<Party> chosen,
      Map<String, String> typed,
      Map<String, String> seen,
      String told,
      Map<String, String> faults,
      int saved) {
    CaseView said = open.onPageIn(Language.current()).view();
    Frame frame = Frame.of(Say.text("confide.title"), open.view().info(), "edit");
    List<Choice> parties =
        visitor.party() != null
            ? List.of()
            : parties(said).stream()
                .map(
                    each ->
                        new Choice(
                            Link.to(Address.CONFIDE) + "?party=" + each.id().value(),
                            each.label().text()))
                .toList();
    if (chosen.isEmpty()) {
      return new ConfidePage(
          frame,
          null,
          parties,
          "",
          List.of(),
          PositionCount.of(said, List.of()),
          Map.of(),
          faults,
          told,
          saved);
    }
    Party party = said.get(chosen.get().id());
    PositionGrid grid = PositionGrid.told(said, visitor, party);
    Map<String, String> values = new HashMap<>(grid.values());
    values.putAll(typed);
    Map<String, List<GridRow>> byPoint = new LinkedHashMap<>();
    grid.rows()
        .forEach(
            row ->
                byPoint.computeIfAbsent(row.point().id().value(), _ -> new ArrayList<>()).add(row));
    return new ConfidePage(
        frame,
        party,
        parties,
        Say.readers(said, new Visibility.Party(party.id())),
        byPoint.values().stream().map(rows -> point(grid, party, rows, values, faults)).toList(),
        grid.count(),
        seen.isEmpty() ? grid.versions() : seen,
        faults,
        told,
        saved);
  }

  private static SheetPoint point(
      PositionGrid grid,
      Party party,
      List<GridRow> rows,
      Map<String, String> values,
      Map<String, String> faults) {
    Point point = rows.getFirst().point();
    Quantity quantity = point.quantity();
    List<SheetOption> options = new ArrayList<>();
    for (GridRow row : rows) {
      Option option = row.option();
      if (option != null) {
        SheetField field = field(row.field(party.id()), values, faults);
        options.add(
            new SheetOption(option, field, field.value().matches("-?\\d.*") ? field.value() : ""));
      }
    }
    return new SheetPoint(
        point,
        field(rows.getFirst().field(party.id()), values, faults),
        options,
        quantity == null ? null : curve(grid, quantity, party, rows, values, faults));
  }

  private static SheetCurve curve(
      PositionGrid grid,
      Quantity quantity,
      Party party,
      List<GridRow> rows,
      Map<String, String> values,
      Map<String, String> faults) {
    GridRow best =
        rows.stream().filter(row -> row.kind() == RowKind.BEST).findFirst().orElseThrow();
    String below = party.id().value() + "/" + best.point().id().value();
    String text = values.getOrDefault(best.field(party.id()), "");
    String shape =
        switch (text) {
          case "" -> "same";
          case "rises", "falls" -> text;
          case "…" -> "through";
          default -> "peaks";
        };
    SheetField least = field(RowKind.LEAST.word() + "/" + below, values, faults);
    SheetField most = field(RowKind.MOST.word() + "/" + below, values, faults);
    return new SheetCurve(
        quantity,
        least,
        most,
        new SheetField(SHAPE + below, shape, ""),
        new SheetField(
            PEAK + below,
            shape.equals("peaks") && !text.equals(NO_PEAK) ? text : "",
            faults.getOrDefault(best.field(party.id()), "")),
        grid.isFixed(best, party.id()),
        WorthChart.of(
            quantity,
            least.value(),
            most.value(),
            text,
            shape.equals("through") ? grid.through(best, party.id()) : null));
  }

  private static SheetField field(
      String name, Map<String, String> values, Map<String, String> faults) {
    return new SheetField(name, values.getOrDefault(name, ""), faults.getOrDefault(name, ""));
  }

  /// The cells of a table that a sheet stands for: shape and best value are one of them.
  public static Map<String, String> cells(Map<String, String> typed) {
    Map<String, String> cells = new LinkedHashMap<>();
    typed.forEach(
        (name, value) -> {
          if (name.startsWith(SHAPE)) {
            String below = name.substring(SHAPE.length());
            cells.put(
                RowKind.BEST.word() + "/" + below,
                switch (value) {
                  case "rises", "falls" -> value;
                  case "peaks" -> peak(typed.getOrDefault(PEAK + below, ""));
                  case "through" -> "…";
                  default -> "";
                });
          } else if (!name.startsWith(PEAK)) {
            cells.put(name, value);
          }
        });
    return cells;
  }

  /// The faults of curves that peak nowhere.
  public static Map<String, String> faults(Map<String, String> cells) {
    Map<String, String> faults = new LinkedHashMap<>();
    cells.forEach(
        (name, value) -> {
          if (value.equals(NO_PEAK) && name.startsWith(RowKind.BEST.word() + "/")) {
            faults.put(name, Say.text("confide.no-peak"));
          }
        });
    return faults;
  }

  /// A shape without its best value is a fault, and no other shape.
  private static String peak(String typed) {
    return typed.isBlank() ? NO_PEAK : typed.strip();
  }

  /// The fault of a field; empty for none.
  public String wrong(String field) {
    return faults.getOrDefault(field, "");
  }

  /// The grades, best first, as the table has them.
  public static List<String> grades() {
    return List.of(Grade.values()).stream().map(Say::word).toList();
  }

  /// Whether a grade is the red line.
  public static boolean isRedLine(String grade) {
    return grade.equals(Say.word(Grade.RED_LINE));
  }

  /// A worth with its unit.
  public static String points(String worth) {
    return Say.text("confide.points", "worth", worth);
  }

  /// An amount as it is read.
  public static String amount(Amount amount, Quantity quantity) {
    return amount.said() + " " + quantity.unit().text();
  }
}
