package org.parley.web.edit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.reading.dates.SaidDate;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// Fragments requested by forms during input.
public final class EditFragments {

  private EditFragments() {}

  /// Ids that complete what is typed.
  public record Suggestions(List<Completion.Suggestion> list) {}

  /// A date in words, or its fault.
  public record Said(String words, boolean isWrong) {}

  /// Who else has a record open, and whether it was saved by another since.
  public record Others(List<Presence.Other> others, boolean isChanged, boolean isGone) {}

  /// The meaning of a date being typed.
  public static Said said(@Nullable String date) {
    if (date == null) {
      return new Said("", false);
    }
    String words = FormMaker.dateInWords(date);
    if (!words.isEmpty()) {
      return new Said(words, false);
    }
    try {
      return new Said(Say.date(SaidDate.of(date)), false);
    } catch (InvalidValueException e) {
      Complaint complaint = Complaint.of(e);
      boolean isWhole =
          e.why() == InvalidValue.Plain.DAY_OR_MONTH
              || e.why() instanceof InvalidValue.AmbiguousDate;
      return new Said(
          isWhole
              ? complaint.sentence()
              : Say.text("complaint.not-yet", "advice", complaint.advice()),
          true);
    }
  }

  /// The other editors of a record.
  ///
  /// @param current the present record; null if it was removed
  /// @param base the text of the record that the form began with
  public static Others presence(
      CaseView view,
      RecordForm form,
      @Nullable CaseRecord current,
      String base,
      List<Presence.Other> others) {
    boolean changed =
        current != null
            && !base.isEmpty()
            && !CaseWriter.text(current).strip().equals(base.strip());
    return new Others(others, changed, current == null);
  }

  /// Prefills a new claim with the common fields of the corrected one.
  public static void prefill(CaseView view, RecordForm form, Map<String, List<String>> given) {
    if (!form.kind().equals("claims")) {
      return;
    }
    for (String corrects : List.of("supersedes/0", "retracts/0", "contradicts/0")) {
      List<String> ids = given.getOrDefault(corrects, List.of());
      if (!ids.isEmpty() && view.find(ids.getFirst()).orElse(null) instanceof Claim claim) {
        for (int i = 0; i < claim.about().size(); i++) {
          given.putIfAbsent("about/" + i, List.of(claim.about().get(i).toString()));
        }
        for (int i = 0; i < claim.between().size(); i++) {
          given.putIfAbsent("between/" + i, List.of(claim.between().get(i).value()));
        }
        if (!corrects.startsWith("contradicts")) {
          given.putIfAbsent("party", List.of(claim.party().value()));
          for (int i = 0; i < claim.jointly().size(); i++) {
            given.putIfAbsent("jointly/" + i, List.of(claim.jointly().get(i).value()));
          }
          given.putIfAbsent("speaker", List.of(claim.speaker()));
          if (claim.office() != null) {
            given.putIfAbsent("office", List.of(claim.office()));
          }
        }
        if (corrects.startsWith("retracts")) {
          given.putIfAbsent("asserts", List.of("states"));
        }
      }
    }
  }
}
