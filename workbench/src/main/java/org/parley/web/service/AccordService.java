package org.parley.web.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.casefile.CaseEdit;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.round.TabledPackage;
import org.parley.round.Accord;
import org.parley.round.AccordFault;
import org.parley.round.AccordRecords;
import org.parley.round.TabledSheet;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// Puts accords on record, and shows them to everyone.
public final class AccordService {

  private AccordService() {}

  /// Records that all accept a package, for the readers of the package.
  ///
  /// @param why the reason given in the journal
  public static SaveOutcome record(
      CaseService service, Visitor visitor, CaseView view, TabledPackage tabled, String why) {
    TabledSheet sheet = TabledSheet.of(view, tabled);
    Accord accord =
        service
            .rounds(visitor)
            .flatMap(rounds -> Accord.of(sheet, rounds.revelation(sheet)))
            .orElse(null);
    if (accord == null) {
      return refused(tabled.id().value(), AccordFault.NOT_ALL_ACCEPT);
    }
    if (AccordRecords.find(view, accord.digest()).isPresent()) {
      return refused(tabled.id().value(), AccordFault.ACCORD_ON_RECORD);
    }
    String publisher = view.info().title().text();
    List<CaseRecord> records =
        AccordRecords.of(
                accord, publisher, Messages.current().text("accord.note"), tabled.visibility())
            .records();
    return meanwhile(
        tabled.id().value(),
        service.change(visitor, CaseEdit.of(records, List.of()), why, Map.of()));
  }

  /// Shows an accord to every reader of the case.
  public static SaveOutcome publish(
      CaseService service, Visitor visitor, AccordRecords accord, String why) {
    List<CaseRecord> before = accord.records();
    Visibility everyone = new Visibility.Public();
    if (before.stream().allMatch(each -> each.visibility().equals(everyone))) {
      return refused(accord.instrument().id().value(), AccordFault.ACCORD_IS_PUBLIC);
    }
    Map<String, Version> basedOn = new HashMap<>();
    before.forEach(each -> basedOn.put(each.id().value(), Version.of(each)));
    return meanwhile(
        accord.instrument().id().value(),
        service.change(
            visitor, CaseEdit.of(List.of(), accord.readBy(everyone)), why, basedOn, everyone));
  }

  private static SaveOutcome refused(String record, AccordFault why) {
    return new SaveOutcome.Refused(
        List.of(new SaveOutcome.Trouble(record, List.of(), new Complaint(why))));
  }

  /// A change that came in between is told as one more refusal: there is no input to compare.
  private static SaveOutcome meanwhile(String record, SaveOutcome outcome) {
    return outcome instanceof SaveOutcome.Conflict || outcome instanceof SaveOutcome.Widens
        ? refused(record, AccordFault.ACCORD_CHANGED_MEANWHILE)
        : outcome;
  }
}
