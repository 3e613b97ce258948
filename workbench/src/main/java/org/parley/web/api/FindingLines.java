package org.parley.web.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.answer.findings.CaseFindings;
import org.parley.answer.findings.PrecedentFindings;
import org.parley.answer.findings.VerdictAnswer;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.model.cases.CaseView;
import org.parley.proof.BadFindingException;
import org.parley.proof.FindingFile;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.view.ProblemCode;
import org.parley.wording.CheckWording;
import tools.jackson.databind.node.ObjectNode;

/// Findings for independent verification, with the verdict of the check here.
final class FindingLines {

  /// A finding with its problem and its certificate, as a file has it.
  record FindingContent(
      String format,
      int version,
      ObjectNode question,
      ObjectNode certificate,
      @Nullable ObjectNode solution) {}

  /// A finding, and what its check comes to.
  record CheckedFinding(
      String name, String title, @JsonKey(isInline = true) VerdictAnswer verdict) {}

  private static final long MOST_STEPS = 2_000_000;

  private FindingLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/findings", "findings", "findings", "findings with a certificate, checked")
            .with(Deadline.PARAMETER)
            .lists(CheckedFinding.class, FindingLines::checked),
        Line.change(
                "POST",
                "/api/findings/check",
                "findings",
                "checkFinding",
                "checks a finding that is sent, as verify-finding does")
            .forReaders()
            .with(Deadline.PARAMETER)
            .sent(FindingContent.class)
            .answers(VerdictAnswer.class, FindingLines::checkedAsSent),
        Line.get(
                "/api/findings/{finding}",
                "findings",
                "finding",
                "a finding with its problem and its certificate, for verify-finding")
            .with(Deadline.PARAMETER)
            .answers(FindingContent.class, FindingLines::finding));
  }

  private static Reply checked(Asked asked) {
    List<CheckedFinding> findings =
        Deadline.compute(
            asked,
            budget -> {
              List<CheckedFinding> all = new ArrayList<>();
              CaseView view = asked.open().view();
              ReferenceShelf shelf = asked.services().shelf();
              CaseFindings.of(view, shelf, budget)
                  .forEach((name, file) -> all.add(checked(name, file, asked, budget)));
              return all;
            });
    return asked.listed(findings, each -> each);
  }

  private static CheckedFinding checked(String name, FindingFile file, Asked asked, Budget budget) {
    try {
      return new CheckedFinding(
          name,
          CheckWording.title(name, asked.open().view()),
          VerdictAnswer.of(verify(file, asked, budget)));
    } catch (BadFindingException e) {
      throw new IllegalStateException("checking " + name, e);
    }
  }

  private static Verdict verify(FindingFile file, Asked asked, Budget budget)
      throws BadFindingException {
    return PrecedentFindings.verify(file, asked.services().shelf(), budget.withSteps(MOST_STEPS));
  }

  private static Reply checkedAsSent(Asked asked) {
    try {
      FindingFile file = FindingFile.parse(asked.sent().body());
      Verdict verdict =
          Deadline.compute(
              asked,
              budget -> {
                try {
                  return verify(file, asked, budget);
                } catch (BadFindingException e) {
                  throw unreadable(e);
                }
              });
      return Reply.of(VerdictAnswer.of(verdict));
    } catch (BadFindingException e) {
      throw unreadable(e);
    }
  }

  private static Unanswered unreadable(BadFindingException e) {
    return new Unanswered(
        e.fault().isOfVersion() ? ProblemCode.FINDING_OF_OTHER_VERSION : ProblemCode.NO_FINDING,
        "This is no finding that can be read",
        CheckWording.unreadable(e),
        "Maybe send a file of `parley findings` or of /api/findings/{finding} as it is.");
  }

  private static Reply finding(Asked asked) {
    String name = asked.path("finding");
    FindingFile file =
        Deadline.compute(
                asked,
                budget ->
                    CaseFindings.find(asked.open().view(), name, asked.services().shelf(), budget))
            .orElse(null);
    if (file == null) {
      throw new Unanswered(
          ProblemCode.NOT_ON_RECORD,
          "There is no such finding",
          "\"" + name + "\" is not found about this case, or has no certificate.",
          "Maybe see /api/findings for those there are.");
    }
    return Reply.of(file.toJson());
  }
}
