package org.parley.web.round;

import java.util.List;
import org.parley.answer.round.AccordAnswer;
import org.parley.answer.round.RoundReader;
import org.parley.model.cases.CaseView;
import org.parley.model.round.TabledPackage;
import org.parley.round.Accord;
import org.parley.round.AccordRecords;
import org.parley.round.TabledSheet;
import org.parley.web.view.Frame;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;

/// An accord at its permanent address.
///
/// @param frame the page frame
/// @param answer the accord
/// @param isConfirmed whether the sealed answers here lead to the same accord
/// @param problem the reason why it was not published; empty for none
public record AccordPage(Frame frame, AccordAnswer answer, boolean isConfirmed, String problem) {

  /// The page of an accord.
  ///
  /// @throws NotOnRecord if there is none
  public static AccordPage of(
      OpenCase open,
      String digest,
      java.util.Optional<? extends RoundReader> reader,
      String problem) {
    AccordRecords records = find(open.view(), digest);
    AccordAnswer answer = AccordAnswer.of(records);
    return new AccordPage(
        Frame.of(answer.title(), open.view().info(), "rounds"),
        answer,
        reader.filter(each -> isConfirmed(open.view(), digest, each)).isPresent(),
        problem);
  }

  /// The accord of a digest.
  ///
  /// @throws NotOnRecord if there is none
  public static AccordRecords find(CaseView view, String digest) {
    return AccordRecords.find(view, digest)
        .orElseThrow(() -> new NotOnRecord("accord", digest, List.of()));
  }

  private static boolean isConfirmed(CaseView view, String digest, RoundReader reader) {
    for (TabledPackage each : view.tabledPackages()) {
      TabledSheet sheet = TabledSheet.of(view, each);
      if (Accord.of(sheet, reader.revelation(sheet))
          .filter(found -> found.digest().equals(digest))
          .isPresent()) {
        return true;
      }
    }
    return false;
  }
}
