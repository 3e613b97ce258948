package org.parley.cli.read;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.model.cases.CaseView;
import org.parley.reading.Proposal;
import org.parley.reading.cases.CandidateWords;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.statements.CaseStatements;
import org.parley.reading.statements.StatementGroup;
import org.parley.reading.statements.Telling;

/// Prints the claims of several texts by statement: what is new, what confirms the record, what
/// says otherwise, and the numbers of the proposals.
final class StatementText {

  private final PrintWriter out;

  StatementText(PrintWriter out) {
    this.out = out;
  }

  void print(CaseView view, List<CaseReading> readings) {
    List<StatementGroup> groups = CaseStatements.of(view, readings);
    int claims = groups.stream().mapToInt(each -> each.told().size()).sum();
    out.println("== " + counted(groups.size(), "statement") + " in " + counted(claims, "claim"));
    int[] before = before(readings);
    for (StatementGroup each : groups) {
      Telling lead = each.leading();
      out.println(
          "  "
              + relation(each)
              + ": "
              + gist(readings, lead)
              + " ["
              + each.told().stream()
                  .map(one -> String.valueOf(before[one.article()] + one.number()))
                  .collect(Collectors.joining(", "))
              + "]");
      each.added()
          .forEach(
              added ->
                  out.println(
                      "       "
                          + number(before, each.told().get(added.by()))
                          + " adds: "
                          + added.words().replaceAll("\\s+", " ")));
    }
  }

  private static int[] before(List<CaseReading> readings) {
    int[] before = new int[readings.size()];
    for (int i = 1; i < before.length; i++) {
      before[i] = before[i - 1] + readings.get(i - 1).candidates().size();
    }
    return before;
  }

  private static int number(int[] before, Telling telling) {
    return before[telling.article()] + telling.number();
  }

  private static String gist(List<CaseReading> readings, Telling telling) {
    Proposal proposal =
        readings.get(telling.article()).candidates().get(telling.number() - 1).proposal();
    return CandidateWords.gist(proposal);
  }

  private static String relation(StatementGroup group) {
    return switch (group.relation()) {
      case NEW -> "new";
      case CONFIRMS -> "confirms " + group.record();
      case SAYS_OTHERWISE -> "says otherwise than " + group.record();
    };
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
