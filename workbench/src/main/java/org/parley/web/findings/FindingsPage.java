package org.parley.web.findings;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.findings.CaseFindings;
import org.parley.answer.findings.PrecedentFindings;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.proof.BadFindingException;
import org.parley.proof.FindingFile;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.CheckWording;

/// The findings of a case that have a certificate, and the verdict on each.
///
/// @param open the case
/// @param rows the findings
/// @param sent the uploaded finding, as text; empty for none
/// @param verdict the verdict on it; null if there is none, or it cannot be parsed
/// @param problem the reason why it cannot be parsed; empty if it can
public record FindingsPage(
    OpenCase open, List<Row> rows, String sent, @Nullable Verdict verdict, String problem) {

  /// The budget of the search and the check of one finding.
  private static final Budget BUDGET = Budget.ofSteps(2_000_000);

  /// A finding.
  ///
  /// @param name its name, as in the address of its file
  /// @param title its title
  /// @param certificate its kind of certificate, in words
  /// @param verdict the verdict of its check
  public record Row(String name, String title, String certificate, Verdict verdict) {
    /// The address of its file.
    public String href() {
      return Link.toFinding(name);
    }
  }

  /// The findings of one state of a case, computed and checked once.
  private record Checked(List<Named> all) {
    private record Named(String name, FindingFile file, Verdict verdict) {}

    static Checked of(OpenCase open) {
      return of(CaseFindings.of(open.view(), BUDGET), ReferenceShelf.none());
    }

    static Checked of(Map<String, FindingFile> files, ReferenceShelf shelf) {
      return new Checked(
          files.entrySet().stream()
              .map(
                  each -> new Named(each.getKey(), each.getValue(), verify(each.getValue(), shelf)))
              .toList());
    }

    private static Verdict verify(FindingFile file, ReferenceShelf shelf) {
      try {
        return PrecedentFindings.verify(file, shelf, BUDGET);
      } catch (BadFindingException e) {
        throw new IllegalStateException("checking a finding of one's own", e);
      }
    }
  }

  public FindingsPage {
    rows = List.copyOf(rows);
  }

  /// The page of a case.
  public static FindingsPage of(OpenCase open, ReferenceShelf shelf) {
    return new FindingsPage(open, rows(open, shelf), "", null, "");
  }

  /// The page with the verdict on a finding that was sent.
  public static FindingsPage of(OpenCase open, ReferenceShelf shelf, String sent) {
    if (sent.isBlank()) {
      return of(open, shelf);
    }
    try {
      Verdict verdict = PrecedentFindings.verify(FindingFile.parse(sent), shelf, BUDGET);
      return new FindingsPage(open, rows(open, shelf), sent, verdict, "");
    } catch (BadFindingException e) {
      return new FindingsPage(open, rows(open, shelf), sent, null, CheckWording.unreadable(e));
    }
  }

  private static List<Row> rows(OpenCase open, ReferenceShelf shelf) {
    return Stream.concat(
            open.once(Checked.class, Checked::of).all().stream(),
            Checked.of(PrecedentFindings.of(open.view(), shelf), shelf).all().stream())
        .map(
            each ->
                new Row(
                    each.name(),
                    CheckWording.title(each.name(), open.view()),
                    CheckWording.certificate(each.file().certificate()),
                    each.verdict()))
        .toList();
  }

  public Frame frame() {
    return Frame.of(Say.text("check.page.title"), open.view().info(), "findings");
  }

  /// The answer in a sentence.
  public String answer() {
    return Say.text(
        "check.page.answer",
        "all",
        rows.size(),
        "open",
        rows.stream().filter(row -> !row.verdict().holds()).count());
  }
}
