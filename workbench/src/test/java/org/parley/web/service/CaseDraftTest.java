package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.EditRefusal;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Refusal;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.text.OptionId;
import org.parley.web.service.SaveOutcome.Trouble;

/// A draft of a case with a record that is set aside, as a hidden record is whose source is gone.
class CaseDraftTest {

  private static final Viewer MEDIATOR = new Viewer.Mediator();

  private static CaseRecord record(String key, String text) {
    return Objects.requireNonNull(new RecordReader(List.of()).read(key, text).record(), text);
  }

  private static CaseRecord claim(String id, String source) {
    return record(
        "claims",
        "{id: %s, speaker: Mo, party: A, said: 2025-01-01, channel: public, source: [%s], paraphrase: Words, about: [whole], asserts: open, visibility: mediator}"
            .formatted(id, source));
  }

  private static final Case CONTENTS =
      Case.settling(
          new CaseInfo("The river", null, List.of()),
          List.of(
              record("parties", "{id: A, name: Arda, kind: state}"),
              record(
                  "sources",
                  "{id: open, publisher: Wire, title: Open, date: 2025-01-01, language: en, reliability: B, kind: report}"),
              claim("aside", "gone"),
              claim("kept", "open")));

  /// Of what the mediator sees, and of the case.
  private static List<CaseDraft> drafts(CaseEdit... edits) {
    return List.of(
        CaseDraft.of(CONTENTS, List.of(edits)),
        CaseDraft.of(CONTENTS.viewFor(MEDIATOR), List.of(edits)));
  }

  private static List<Refusal> refusals(List<Trouble> troubles) {
    return troubles.stream().map(each -> each.complaint().why()).toList();
  }

  @Test
  void aRecordThatIsSetAsideIsMended() {
    assertEquals(1, CONTENTS.setAside().size());
    for (CaseDraft draft : drafts(new CaseEdit.Change(claim("aside", "open")))) {
      assertEquals(List.of(), draft.check(CONTENTS, MEDIATOR));
    }
  }

  @Test
  void aRecordThatIsSetAsideKeepsItsId() {
    for (String id : List.of("aside", "kept")) {
      for (CaseDraft draft : drafts(new CaseEdit.Add(claim(id, "open"), null))) {
        assertEquals(List.of(EditRefusal.Plain.ADDED_ID_TAKEN), refusals(draft.troubles()), id);
      }
    }
  }

  @Test
  void noOtherRecordIsTakenForTheOneThatIsSetAside() {
    for (CaseDraft draft : drafts(new CaseEdit.Change(claim("other", "open")))) {
      assertEquals(List.of(EditRefusal.Plain.CHANGED_RECORD_GONE), refusals(draft.troubles()));
    }
    for (CaseDraft draft : drafts(new CaseEdit.Add(claim("other", "open"), null))) {
      assertEquals(List.of(), draft.check(CONTENTS, MEDIATOR));
    }
  }

  /// An option has an id of its own; removing it as a record must not remove its point.
  @Test
  void aPartOfARecordIsNoRecord() {
    Case parted =
        Case.settling(
            new CaseInfo("The bridge", null, List.of()),
            List.of(
                record("instruments", "{id: treaty, title: Treaty, kind: treaty}"),
                record(
                    "points",
                    "{id: p, number: 1, title: Toll, instrument: treaty, options: [{id: half, title: Half}, {id: all, title: All}]}")));
    CaseEdit removal = new CaseEdit.Remove(new OptionId("half"));
    for (CaseDraft draft :
        List.of(
            CaseDraft.of(parted, List.of(removal)),
            CaseDraft.of(parted.viewFor(MEDIATOR), List.of(removal)))) {
      assertEquals(List.of(EditRefusal.Plain.REMOVED_RECORD_GONE), refusals(draft.troubles()));
    }
  }
}
