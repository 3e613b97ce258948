package org.parley.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.agreement.ImportedAgreement;
import org.parley.model.text.Point;
import org.parley.model.text.Segment;
import org.parley.model.text.TextVersion;
import org.parley.web.service.SaveOutcome;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// The page of the text of an agreement: before it is given, and its preview.
///
/// @param frame the page frame
/// @param form the fields as they were sent
/// @param read the text as it would go on record; null before it is given
/// @param wrong what is wrong with a field, by its name
/// @param troubles what is wrong with none
/// @param instruments the documents on record, by title
/// @param sources the sources on record, by id
/// @param readers the word of the visibility of what is new
/// @param saved the number of records just saved; 0 for none
/// @param notes what of a file is not in its words, each at its line
public record AgreementPage(
    Frame frame,
    AgreementForm form,
    @Nullable ImportedAgreement read,
    Map<String, String> wrong,
    List<String> troubles,
    List<String> instruments,
    Map<String, String> sources,
    String readers,
    int saved,
    List<ImportedAgreement.DoubtAtLine> notes) {

  /// The words of a point that are shown.
  private static final int SHOWN = 240;

  /// The visibilities to choose from.
  public static final List<String> CHOICES = List.of("mediator", "delegations", "public");

  public AgreementPage {
    wrong = Map.copyOf(wrong);
    troubles = List.copyOf(troubles);
    instruments = List.copyOf(instruments);
    sources = Map.copyOf(sources);
    notes = List.copyOf(notes);
  }

  /// The same with notes on its file.
  public AgreementPage withNotes(List<ImportedAgreement.DoubtAtLine> others) {
    return new AgreementPage(
        frame, form, read, wrong, troubles, instruments, sources, readers, saved, others);
  }

  /// The page before a text is given, or with one that cannot be read.
  ///
  /// @param why why it cannot be read; null before it is given
  public static AgreementPage of(
      OpenCase open, AgreementForm form, String readers, @Nullable Complaint why, int saved) {
    return page(
        open,
        form,
        null,
        List.of(),
        why == null ? List.of() : List.of(Say.sentence(why.sentence())),
        readers,
        saved);
  }

  /// The page with wrong fields.
  public static AgreementPage wrong(
      OpenCase open, AgreementForm form, String readers, List<AgreementForm.Wrong> wrong) {
    return page(open, form, null, wrong, List.of(), readers, 0);
  }

  /// The preview of a text.
  ///
  /// @param found what the whole case finds wrong with its records
  public static AgreementPage preview(
      OpenCase open,
      AgreementForm form,
      ImportedAgreement read,
      String readers,
      List<SaveOutcome.Trouble> found) {
    List<String> troubles = new ArrayList<>();
    read.faults().forEach(each -> troubles.add(Say.sentence(each.sentence())));
    found.forEach(each -> troubles.add(Say.sentence(each.sentenceWithRecord())));
    return page(open, form, read, List.of(), troubles, readers, 0);
  }

  private static AgreementPage page(
      OpenCase open,
      AgreementForm form,
      @Nullable ImportedAgreement read,
      List<AgreementForm.Wrong> wrong,
      List<String> troubles,
      String readers,
      int saved) {
    Map<String, String> fields = new HashMap<>();
    wrong.forEach(each -> fields.put(each.field(), Say.sentence(each.complaint().sentence())));
    Map<String, String> sources = new HashMap<>();
    open.view()
        .sources()
        .forEach(
            each -> sources.put(each.id().value(), each.publisher() + ": " + each.title().text()));
    return new AgreementPage(
        Frame.of(Say.text("agreement.title"), open.view().info(), "edit"),
        form,
        read,
        fields,
        troubles,
        open.view().instruments().stream().map(each -> each.title().text()).toList(),
        sources,
        readers,
        saved,
        List.of());
  }

  /// The number of things to correct.
  public int faults() {
    return wrong.size() + troubles.size();
  }

  /// The sources by id, in the order of their titles.
  public List<Map.Entry<String, String>> sourcesByTitle() {
    return sources.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
  }

  /// The fault of a field; empty for none.
  public String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  /// The numbers of the points that this text has not.
  public String missing() {
    return read == null
        ? ""
        : String.join(", ", read.missing().stream().map(Point::number).toList());
  }

  /// The words of a text, its brackets in square ones.
  public static String words(@Nullable TextVersion text) {
    if (text == null) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (Segment each : text.text()) {
      switch (each) {
        case Segment.Plain(String said) -> words.append(said);
        case Segment.Bracket bracket ->
            bracket
                .alternatives()
                .forEach(
                    it -> {
                      words.append('[');
                      it.holders().forEach(party -> words.append(party.value()).append(' '));
                      if (!it.holders().isEmpty()) {
                        words.setLength(words.length() - 1);
                        words.append(": ");
                      }
                      words.append(it.noText() ? "–" : it.words()).append(']');
                    });
      }
    }
    int end = Math.min(SHOWN, words.length());
    if (end < words.length() && Character.isHighSurrogate(words.charAt(end - 1))) {
      end--;
    }
    return words.substring(0, end) + (end < words.length() ? " …" : "");
  }

  /// The number of brackets of a text.
  public static long brackets(@Nullable TextVersion text) {
    return text == null
        ? 0
        : text.text().stream().filter(Segment.Bracket.class::isInstance).count();
  }
}
