package org.parley.web.edit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.casefile.form.FormVisibility;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.position.Grade;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.wording.Language;

/// The page of the table of positions.
///
/// @param frame the page frame
/// @param grid the table
/// @param typed the text of each field that has one
/// @param versions the versions seen, by party and point
/// @param faults by field, what is wrong with it; the empty field is the page
/// @param told the day typed
/// @param isTold whether new positions were told
/// @param seen who sees new positions
/// @param choices who may
/// @param saved the number of positions just saved; 0 for none
public record GridPage(
    Frame frame,
    PositionGrid grid,
    Map<String, String> typed,
    Map<String, String> versions,
    Map<String, String> faults,
    String told,
    boolean isTold,
    String seen,
    List<Choice> choices,
    int saved) {

  public GridPage {
    typed = Map.copyOf(typed);
    versions = Map.copyOf(versions);
    faults = Map.copyOf(faults);
    choices = List.copyOf(choices);
  }

  /// The page as the positions stand.
  ///
  /// @param today the day proposed for what was told
  public static GridPage of(OpenCase open, Visitor visitor, String today, int saved) {
    PositionGrid grid = PositionGrid.of(open.onPageIn(Language.current()).view(), visitor);
    Visibility usual = Rights.defaultVisibility(visitor);
    return new GridPage(
        frame(open),
        grid,
        grid.values(),
        grid.versions(),
        Map.of(),
        today,
        visitor.party() != null,
        usual instanceof Visibility.Public ? "mediator" : FormVisibility.word(usual),
        ReaderChoices.of(open.view(), visitor, "grid.readers.", true),
        saved);
  }

  /// The page with what was typed, which is not saved.
  public static GridPage sent(
      OpenCase open,
      Visitor visitor,
      Map<String, String> typed,
      Map<String, String> versions,
      PositionGrid.PositionBasis basis,
      String told,
      Map<String, String> faults) {
    PositionGrid grid = PositionGrid.of(open.onPageIn(Language.current()).view(), visitor);
    Map<String, String> values = new HashMap<>(grid.values());
    values.putAll(typed);
    return new GridPage(
        frame(open),
        grid,
        values,
        versions,
        faults,
        told,
        basis.told() != null,
        basis.seen(),
        ReaderChoices.of(open.view(), visitor, "grid.readers.", true),
        0);
  }

  private static Frame frame(OpenCase open) {
    return Frame.of(Say.text("grid.title"), open.view().info(), "edit");
  }

  /// The faults of what the whole case finds, by field; those of no field are told above the table.
  public static Map<String, String> faults(
      PositionGrid grid, List<CaseRecord> records, List<SaveOutcome.Trouble> troubles) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (SaveOutcome.Trouble each : troubles) {
      String field =
          records.stream()
              .filter(record -> record.id().value().equals(each.record()))
              .findFirst()
              .flatMap(record -> grid.field(record, each.path()))
              .orElse("");
      faults.merge(field, Say.sentence(each.sentenceWithRecord()), (one, _) -> one);
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

  /// The words of the grades, for completion.
  public List<String> grades() {
    return List.of(Grade.values()).stream().map(Say::word).toList();
  }
}
