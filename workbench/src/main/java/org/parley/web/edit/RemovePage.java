package org.parley.web.edit;

import java.util.List;
import org.parley.model.CaseRecord;
import org.parley.model.claim.Claim;
import org.parley.web.service.Version;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;

/// Asks for confirmation of a removal.
///
/// @param frame the page frame
/// @param kind the key of its kind
/// @param id its id
/// @param title its title
/// @param version the version to remove
/// @param problems the reasons against it
/// @param why the reason, as typed so far
public record RemovePage(
    Frame frame,
    String kind,
    String id,
    String title,
    String version,
    List<String> problems,
    String why) {

  public RemovePage {
    problems = List.copyOf(problems);
  }

  private static final int NAMED = 5;

  /// The reasons why a record cannot be removed: one sentence if others refer to it.
  ///
  /// @param troubles the violations after its removal
  public static List<String> reasons(OpenCase open, CaseRecord record, List<String> troubles) {
    List<String> others =
        RecordPage.mentionedBy(open, record).stream()
            .map(each -> Say.text("quotation", "words", each.title()))
            .toList();
    if (others.isEmpty() || (record instanceof Claim && Visit.current().seesAll())) {
      return troubles;
    }
    boolean more = others.size() > NAMED;
    return List.of(
        Say.text(
            "remove.named",
            "records",
            more ? String.join(", ", others.subList(0, NAMED)) : Say.list(others),
            "more",
            more));
  }

  /// The page of a record.
  public static RemovePage of(
      OpenCase open, String kind, CaseRecord record, List<String> problems, String why) {
    String title = RecordTitles.onPage(open, record);
    return new RemovePage(
        Frame.of(Say.text("remove.title", "all", true, "title", title), open.view().info(), ""),
        kind,
        record.id().value(),
        title,
        Version.of(record).value(),
        problems,
        why);
  }
}
