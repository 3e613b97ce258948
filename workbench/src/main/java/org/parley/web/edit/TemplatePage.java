package org.parley.web.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.template.RecordTemplate;
import org.parley.casefile.template.RecordTemplate.TemplateRole;
import org.parley.casefile.template.TemplateFill;
import org.parley.model.CaseRecord;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.web.service.SaveOutcome;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// The page of one template: its form, and the records it would add.
///
/// @param frame the page frame
/// @param fill what was entered
/// @param readers the word of the readers of its records
/// @param parties the parties of the case: ids with names
/// @param points the points of the case: ids with numbers and titles
/// @param preview the records; empty before they are asked for
/// @param faults by field, what is wrong with it
/// @param troubles what is wrong with no field
/// @param saved the number of records just saved; 0 for none
public record TemplatePage(
    Frame frame,
    TemplateFill fill,
    String readers,
    Map<String, String> parties,
    Map<String, String> points,
    List<PreviewedRecord> preview,
    Map<String, String> faults,
    List<String> troubles,
    int saved) {

  public TemplatePage {
    preview = List.copyOf(preview);
    faults = Map.copyOf(faults);
    troubles = List.copyOf(troubles);
  }

  /// A record that the template would add.
  ///
  /// @param kind its kind in words
  /// @param title its title or text
  /// @param assumes the assumed keys in words; empty for none
  /// @param isInferred whether it is a demand that nobody has stated
  /// @param text the record as a file has it
  public record PreviewedRecord(
      String kind, String id, String title, List<String> assumes, boolean isInferred, String text) {

    public PreviewedRecord {
      assumes = List.copyOf(assumes);
    }
  }

  /// The page.
  ///
  /// @param records the records to show; empty for none
  public static TemplatePage of(
      OpenCase open, TemplateFill fill, String readers, List<CaseRecord> records, int saved) {
    return page(open, fill, readers, records, Map.of(), List.of(), saved);
  }

  /// The page with faults.
  public static TemplatePage refused(
      OpenCase open,
      TemplateFill fill,
      String readers,
      List<TemplateFill.FillFault> faults,
      List<SaveOutcome.Trouble> found) {
    Map<String, String> wrong = new TreeMap<>();
    faults.forEach(
        each -> wrong.putIfAbsent(each.field(), Say.sentence(each.complaint().sentence())));
    return page(
        open,
        fill,
        readers,
        List.of(),
        wrong,
        found.stream().map(each -> Say.sentence(each.sentenceWithRecord())).toList(),
        0);
  }

  private static TemplatePage page(
      OpenCase open,
      TemplateFill fill,
      String readers,
      List<CaseRecord> records,
      Map<String, String> faults,
      List<String> troubles,
      int saved) {
    Map<String, String> parties = new LinkedHashMap<>();
    open.view().parties().forEach(each -> parties.put(each.id().value(), each.name().text()));
    Map<String, String> points = new LinkedHashMap<>();
    open.view()
        .points()
        .forEach(each -> points.put(each.id().value(), each.number() + " " + each.title().text()));
    List<PreviewedRecord> preview = new ArrayList<>();
    records.forEach(each -> preview.add(previewed(open, each)));
    return new TemplatePage(
        Frame.of(Say.text("template.name." + fill.template().word()), open.view().info(), "edit"),
        fill,
        readers,
        parties,
        points,
        preview,
        faults,
        troubles,
        saved);
  }

  private static PreviewedRecord previewed(OpenCase open, CaseRecord record) {
    RecordForm form = RecordForm.of(record);
    FieldWording words = new FieldWording(open.view(), form);
    return new PreviewedRecord(
        Say.sentence(RecordTitles.one(form.kind())),
        record.id().value(),
        RecordTitles.of(open.view(), record),
        assumed(record).keySet().stream().map(each -> words.label(List.of(each))).toList(),
        record instanceof Demand demand && demand.inferred(),
        CaseWriter.text(record));
  }

  private static Map<String, String> assumed(CaseRecord record) {
    return switch (record) {
      case Guarantee guarantee -> guarantee.assumed();
      case Step step -> step.assumed();
      default -> Map.of();
    };
  }

  public RecordTemplate template() {
    return fill.template();
  }

  /// The choices of readers, the usual one first.
  public List<String> readersToChoose() {
    return choices(template());
  }

  /// The words of the readers to choose from, the usual one first.
  public static List<String> choices(RecordTemplate template) {
    return template.hasMoments()
        ? List.of("delegations", "public", "mediator")
        : List.of("public", "delegations", "mediator");
  }

  /// The hint of a role.
  public String hint(TemplateRole role) {
    return role.most() == 1
        ? Say.text("template.exactly-one")
        : Say.text(role.least() > 1 ? "template.two-or-more" : "template.several");
  }

  /// The fault of a field; empty for none.
  public String wrong(String field) {
    return faults.getOrDefault(field, "");
  }

  /// The number of things to correct.
  public int wrong() {
    return faults.size() + troubles.size();
  }
}
