package org.parley.web.edit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.model.CaseRecord;
import org.parley.web.edit.PointGrid.PointRow;
import org.parley.web.service.SaveOutcome;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;

/// The page of the table of points.
///
/// @param frame the page frame
/// @param grid the table
/// @param rows its rows
/// @param typed the text of each field that has one
/// @param versions the versions seen, by id
/// @param faults by field, what is wrong with it; the empty field is the page
/// @param instrument the instrument of new points
/// @param seen who sees new points and options
/// @param saved the number of points just saved; 0 for none
public record PointGridPage(
    Frame frame,
    PointGrid grid,
    List<PointRow> rows,
    Map<String, String> typed,
    Map<String, String> versions,
    Map<String, String> faults,
    String instrument,
    String seen,
    int saved) {

  private static final int MORE_ROWS = 16;

  public PointGridPage {
    rows = List.copyOf(rows);
    typed = Map.copyOf(typed);
    versions = Map.copyOf(versions);
    faults = Map.copyOf(faults);
  }

  /// The page as the points stand.
  ///
  /// @param besides set-aside records beside the files of the case
  public static PointGridPage of(OpenCase open, List<CaseRecord> besides, int saved) {
    PointGrid grid = PointGrid.of(open.view(), besides);
    return new PointGridPage(
        frame(open),
        grid,
        grid.rows(Map.of(), grid.pointCount() == 0 ? MORE_ROWS : 0),
        grid.values(),
        grid.versions(),
        Map.of(),
        grid.instruments().isEmpty() ? "" : grid.instruments().getFirst().id().value(),
        "public",
        saved);
  }

  /// The page with what was typed, which is not saved.
  public static PointGridPage sent(
      OpenCase open,
      PointGrid grid,
      Map<String, String> typed,
      Map<String, String> versions,
      Map<String, String> faults,
      String instrument,
      String seen) {
    Map<String, String> values = new HashMap<>(grid.values());
    values.putAll(typed);
    return new PointGridPage(
        frame(open),
        grid,
        grid.rows(typed, faults.isEmpty() ? MORE_ROWS : 0),
        values,
        versions,
        faults,
        instrument,
        seen,
        0);
  }

  private static Frame frame(OpenCase open) {
    return Frame.of(Say.text("pointgrid.title"), open.view().info(), "edit");
  }

  /// The visibilities to choose from.
  public List<Choice> choices() {
    return List.of("mediator", "delegations", "public").stream()
        .map(each -> new Choice(each, Say.text("grid.readers." + each)))
        .toList();
  }

  /// The faults of what the whole case finds, by field; those of no field are told above the table.
  public static Map<String, String> faults(
      PointGrid.PointsFilled filled, List<SaveOutcome.Trouble> troubles) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (SaveOutcome.Trouble each : troubles) {
      faults.merge(
          filled.field(each.record(), each.path()).orElse(""),
          Say.sentence(each.sentenceWithRecord()),
          (one, _) -> one);
    }
    return faults;
  }

  /// The text of a field.
  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /// The fault of a field; empty for none.
  public String wrong(String field) {
    return faults.getOrDefault(field, "");
  }
}
