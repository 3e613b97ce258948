package org.parley.cli.guarantees;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.answer.guarantees.AskedCoverage;
import org.parley.answer.guarantees.WhyWords;
import org.parley.casefile.WordWarnings;
import org.parley.guarantees.GuaranteeWords;
import org.parley.guarantees.GuaranteeWords.Hole;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.Play;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.coverage.Burden;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Verdict;
import org.parley.model.CaseView;
import org.parley.model.checks.LooseWords;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.step.StepId;

/// The answers as plain text.
final class GuaranteesText {

  private final CaseView view;
  private final GuaranteeWords words;

  GuaranteesText(CaseView view) {
    this.view = view;
    this.words = new GuaranteeWords(view);
  }

  String duties(List<Verdict> verdicts) {
    StringBuilder text = new StringBuilder();
    for (Guarantee each : view.guarantees()) {
      text.append(each.title()).append(" (").append(each.id()).append(")\n  ");
      text.append(words.obligors(each)).append(", ").append(GuaranteeWords.force(each.force()));
      text.append('\n');
      each.ladder()
          .forEach(
              response ->
                  text.append("  - ").append(GuaranteeWords.response(response)).append('\n'));
      List<String> assumed = GuaranteeWords.assumptions(each);
      if (!assumed.isEmpty()) {
        text.append("  assumed: ").append(String.join(", ", each.assumed().keySet())).append('\n');
      }
    }
    if (view.guarantees().isEmpty()) {
      return "No guarantees on record. Maybe add guarantees: to the case.\n";
    }
    text.append('\n');
    List<Verdict> owed = Guarantees.owed(verdicts);
    if (verdicts.isEmpty()) {
      return text + "Nothing on the log touches a guarantee.\n";
    }
    Map<Lifecycle, Integer> tally = Guarantees.tally(verdicts);
    List<String> sums = new ArrayList<>();
    for (Lifecycle state : Lifecycle.values()) {
      if (tally.containsKey(state)) {
        sums.add(tally.get(state) + " " + GuaranteeWords.state(state));
      }
    }
    text.append("Duties: ").append(String.join(", ", sums)).append(".\n");
    for (Verdict each : owed) {
      text.append("  ")
          .append(GuaranteeWords.state(each.state()))
          .append("  ")
          .append(words.duty(each))
          .append(
              each.deadline() == Long.MAX_VALUE
                  ? ", no clock"
                  : ", by " + GuaranteeWords.moment(each.deadline()))
          .append(", after ")
          .append(each.duty().incident())
          .append(": ")
          .append(WhyWords.of(each, words::party, GuaranteeWords::state))
          .append(" (")
          .append(String.join(", ", each.because()))
          .append(")\n");
    }
    return text.toString();
  }

  String coverage(List<AskedCoverage> asked) {
    if (asked.isEmpty()) {
      return "No coverage question on record. Maybe add coverageQuestions: to the case.\n";
    }
    StringBuilder text = new StringBuilder();
    for (AskedCoverage each : asked) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(each.question().title()).append(" (").append(each.question().id()).append(")\n");
      text.append(GuaranteeWords.answer(each.coverage())).append('\n');
      dates(each, text);
      for (int threat = 0; threat < each.question().threats().size(); threat++) {
        text.append('\n').append(GuaranteeWords.threat(each.question(), threat)).append('\n');
        for (Strip strip : each.coverage().strips()) {
          if (strip.threat() == threat) {
            strip(strip, text);
          }
        }
      }
      opened(each, text);
    }
    return text + warnings();
  }

  private static void dates(AskedCoverage asked, StringBuilder text) {
    List<String> assumed = new ArrayList<>();
    for (Map.Entry<StepId, Edtf> date : asked.question().dates().entrySet()) {
      assumed.add(date.getKey() + " " + date.getValue().inWords());
    }
    asked
        .question()
        .lapses()
        .forEach((id, date) -> assumed.add(id + " void from " + date.inWords()));
    if (!assumed.isEmpty()) {
      text.append("Assumed: ").append(String.join("; ", assumed)).append(".\n");
    }
  }

  private void strip(Strip strip, StringBuilder text) {
    text.append("  ").append(GuaranteeWords.stretch(strip.from(), strip.until()));
    text.append(strip.isHole() ? ": nothing answers\n" : "\n");
    strip.answers().forEach(each -> text.append("    ").append(words.answer(each)).append('\n'));
    if (strip.isHole()) {
      words
          .reasons(new Hole(strip.threat(), strip.from(), strip.until(), List.of(strip)))
          .forEach(each -> text.append("    ").append(each).append('\n'));
    }
  }

  private static void opened(AskedCoverage asked, StringBuilder text) {
    for (Strip each : asked.opened()) {
      text.append("\nWithout it a hole opens: ")
          .append(GuaranteeWords.threat(asked.question(), each.threat()))
          .append(", ")
          .append(GuaranteeWords.stretch(each.from(), each.until()))
          .append('\n');
    }
  }

  private static String domain(Enum<?> domain) {
    return domain.name().toLowerCase(Locale.ROOT);
  }

  String burden(Burden.Picture picture) {
    StringBuilder text = new StringBuilder();
    for (Burden.Line line : picture.lines()) {
      text.append(words.party(line.contributor()))
          .append(": ")
          .append(domain(line.domain()))
          .append(", ")
          .append(
              line.pledged() == 0
                  ? "no figure"
                  : line.pledged() + " " + line.unit() + ", of it available " + line.available())
          .append(
              line.withoutFigure() > 0 && line.pledged() > 0 ? " and more without a figure" : "")
          .append('\n');
    }
    view.contributions().stream()
        .filter(each -> !picture.available().contains(each.id().value()))
        .filter(
            each ->
                picture.lines().stream()
                    .anyMatch(line -> line.contributor().equals(each.contributor())))
        .forEach(
            each ->
                text.append("Depends on what does not hold yet: ")
                    .append(words.party(each.contributor()))
                    .append(", ")
                    .append(each.what())
                    .append(" (")
                    .append(each.id())
                    .append(")\n"));
    for (Burden.Balance each : picture.balances()) {
      text.append("Needed: ")
          .append(each.requirement().amount())
          .append(' ')
          .append(each.requirement().unit())
          .append(" (")
          .append(domain(each.requirement().domain()))
          .append("). Pledged ")
          .append(each.pledged())
          .append(", available ")
          .append(each.available())
          .append(", missing ")
          .append(each.missing())
          .append(each.isOpen() ? "; contributions without a figure may fill it" : "")
          .append(".\n");
    }
    return text.isEmpty() ? "No contributions on record.\n" : text.toString();
  }

  String issues(List<Authoring.Issue> issues) {
    StringBuilder text = new StringBuilder();
    for (Authoring.Issue each : issues) {
      text.append(each.guarantee())
          .append(": ")
          .append(each.message())
          .append(". ")
          .append(each.advice())
          .append(".\n");
    }
    return (issues.isEmpty()
            ? "Every promise can be called, kept and found broken.\n"
            : text + "\n" + GuaranteeWords.count(issues.size(), "fault") + ".\n")
        + warnings();
  }

  /// Words that nothing else matches: they may be why something is not answered.
  private String warnings() {
    StringBuilder text = new StringBuilder();
    LooseWords.of(view.records())
        .forEach(
            each -> text.append("\nWarning: ").append(WordWarnings.sentence(each)).append('\n'));
    return text.toString();
  }

  String lines(List<Play.Line> lines) {
    StringBuilder text = new StringBuilder();
    int different = 0;
    for (Play.Line each : lines) {
      if (!each.isAsExpected()) {
        different++;
        text.append("line ").append(each.line()).append(": ").append(each.text()).append('\n');
        text.append("  expected  ").append(each.expected()).append('\n');
        text.append("  was       ").append(each.duty()).append(' ').append(each.actual());
        text.append('\n');
      }
    }
    return text
        + (different == 0
            ? "All " + lines.size() + " verdicts are as expected.\n"
            : different + " of " + lines.size() + " verdicts differ.\n");
  }
}
