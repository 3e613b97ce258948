package org.parley.cli.guarantees;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.answer.guarantees.AskedCoverage;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.Play;
import org.parley.guarantees.Play.LineFault;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.coverage.Burden;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.coverage.Hole;
import org.parley.guarantees.coverage.MoneyBurden;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.LooseWords;
import org.parley.model.guarantee.Guarantee;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.LooseWordWording;
import org.parley.wording.Messages;
import org.parley.wording.PromiseFaultWording;

/// The answers as plain text, in the language of the answer.
final class GuaranteesText {

  private final Messages messages = Messages.current();
  private final CaseView view;
  private final GuaranteeWording words;

  GuaranteesText(CaseView view) {
    this.view = view;
    this.words = GuaranteeWording.of(view);
  }

  private String line(String key, Object... values) {
    return messages.text(key, values) + "\n";
  }

  String duties(List<DutyVerdict> verdicts) {
    if (view.guarantees().isEmpty()) {
      return line("guarantees.none-on-record");
    }
    StringBuilder text = new StringBuilder();
    for (Guarantee each : view.guarantees()) {
      text.append(each.title().text()).append(" (").append(each.id()).append(")\n  ");
      text.append(words.owes(each)).append('\n');
      each.ladder()
          .forEach(response -> text.append("  - ").append(words.response(response)).append('\n'));
      List<String> assumed = GuaranteeWording.assumedKeys(each);
      if (!assumed.isEmpty()) {
        text.append("  ").append(line("guarantees.assumed", "keys", String.join(", ", assumed)));
      }
    }
    text.append('\n');
    if (verdicts.isEmpty()) {
      return text + line("guarantees.untouched");
    }
    text.append(line("guarantees.duties", "tallies", String.join(", ", tallies(verdicts))));
    Guarantees.owed(verdicts).forEach(each -> text.append("  ").append(duty(each)));
    return text.toString();
  }

  private List<String> tallies(List<DutyVerdict> verdicts) {
    Map<Lifecycle, Integer> tally = Guarantees.tally(verdicts);
    List<String> tallies = new ArrayList<>();
    for (Lifecycle state : Lifecycle.values()) {
      if (tally.containsKey(state)) {
        tallies.add(
            messages.text(
                "guarantees.tally", "count", tally.get(state), "state", words.state(state)));
      }
    }
    return tallies;
  }

  private String duty(DutyVerdict verdict) {
    return line(
        "guarantees.duty-line",
        "state",
        words.state(verdict.state()),
        "duty",
        words.duty(verdict),
        "dated",
        verdict.deadline() != Moments.NEVER,
        "by",
        words.moments().moment(verdict.deadline()),
        "incident",
        verdict.duty().incident(),
        "why",
        words.why(verdict),
        "because",
        String.join(", ", verdict.because()));
  }

  String coverage(List<AskedCoverage> asked) {
    if (asked.isEmpty()) {
      return line("guarantees.no-question");
    }
    StringBuilder text = new StringBuilder();
    for (AskedCoverage each : asked) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(each.question().title().text())
          .append(" (")
          .append(each.question().id())
          .append(")\n");
      text.append(words.answer(each.coverage())).append('\n');
      text.append(dates(each));
      for (int threat = 0; threat < each.question().threats().size(); threat++) {
        text.append('\n').append(GuaranteeWording.threat(each.question(), threat)).append('\n');
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

  private String dates(AskedCoverage asked) {
    List<String> assumed = new ArrayList<>();
    asked
        .question()
        .dates()
        .forEach((step, date) -> assumed.add(step + " " + messages.dates().say(date)));
    asked
        .question()
        .lapses()
        .forEach(
            (id, date) ->
                assumed.add(
                    messages.text("guarantees.assumed-lapse", "guarantee", id, "date", date)));
    return assumed.isEmpty()
        ? ""
        : line("guarantees.assumed-dates", "dates", String.join("; ", assumed));
  }

  private void strip(Strip strip, StringBuilder text) {
    String stretch = words.moments().stretch(strip.from(), strip.until());
    text.append("  ")
        .append(
            strip.isHole()
                ? messages.text(
                    "guarantees.nothing-answers", "stretch", stretch, "grade", strip.grade())
                : stretch)
        .append('\n');
    List<String> lines =
        strip.isHole()
            ? words.reasons(Hole.of(strip))
            : strip.answers().stream().map(words::answer).toList();
    lines.forEach(each -> text.append("    ").append(each).append('\n'));
  }

  private void opened(AskedCoverage asked, StringBuilder text) {
    for (Strip each : asked.opened()) {
      text.append('\n')
          .append(
              line(
                  "guarantees.opened",
                  "threat",
                  GuaranteeWording.threat(asked.question(), each.threat()),
                  "stretch",
                  words.moments().stretch(each.from(), each.until())));
    }
  }

  String burden(Burden.Picture picture, List<MoneyBurden.MoneyGroup> money) {
    StringBuilder text = new StringBuilder();
    for (Burden.BurdenLine each : picture.lines()) {
      text.append(
          line(
              "guarantees.contributes",
              "party",
              words.party(each.contributor()),
              "domain",
              words.domain(each.domain()),
              "figure",
              each.pledged() != 0,
              "pledged",
              each.pledged(),
              "unit",
              each.unit(),
              "available",
              each.available(),
              "more",
              each.withoutFigure() > 0));
    }
    view.contributions().stream()
        .filter(each -> !picture.available().contains(each.id()))
        .filter(
            each ->
                picture.lines().stream()
                    .anyMatch(line -> line.contributor().equals(each.contributor())))
        .forEach(
            each ->
                text.append(
                    line(
                        "guarantees.not-yet",
                        "party",
                        words.party(each.contributor()),
                        "what",
                        each.what(),
                        "id",
                        each.id())));
    for (Burden.Balance each : picture.balances()) {
      text.append(
          line(
              "guarantees.needed",
              "amount",
              each.requirement().amount(),
              "unit",
              each.requirement().unit(),
              "domain",
              words.domain(each.requirement().domain()),
              "pledged",
              each.pledged(),
              "available",
              each.available(),
              "missing",
              each.missing(),
              "open",
              each.isOpen()));
    }
    words.moneyLines(money).forEach(each -> text.append(each).append('\n'));
    return text.isEmpty() ? line("guarantees.no-contributions") : text.toString();
  }

  String issues(List<Authoring.Issue> issues) {
    if (issues.isEmpty()) {
      return line("fault.none") + warnings();
    }
    PromiseFaultWording faults = new PromiseFaultWording(messages, view);
    StringBuilder text = new StringBuilder();
    for (Authoring.Issue each : issues) {
      text.append(
          line(
              "fault.line",
              "guarantee",
              each.guarantee(),
              "message",
              faults.message(each),
              "advice",
              faults.advice(each)));
    }
    return text + "\n" + words.count("faults", issues.size()) + ".\n" + warnings();
  }

  /// Words that nothing else matches: they may be why something is not answered.
  private String warnings() {
    LooseWordWording loose = new LooseWordWording(messages);
    StringBuilder text = new StringBuilder();
    LooseWords.of(view.records())
        .forEach(
            each ->
                text.append('\n')
                    .append(line("guarantees.warning", "sentence", loose.sentence(each))));
    return text.toString();
  }

  String lines(List<Play.Line> lines) {
    StringBuilder text = new StringBuilder();
    int different = 0;
    for (Play.Line each : lines) {
      if (!each.isAsExpected()) {
        different++;
        text.append(line("play.line", "line", each.line(), "text", each.text()))
            .append("  ")
            .append(line("play.expected", "verdict", each.expected()))
            .append("  ")
            .append(line("play.was", "verdict", each.duty() + " " + each.actual()));
      }
    }
    return text
        + (different == 0
            ? line("play.as-expected", "count", lines.size())
            : line("play.different", "different", different, "count", lines.size()));
  }

  /// Why a scenario cannot be read.
  String unreadable(Play.UnreadableException unreadable) {
    return switch (unreadable.problem()) {
      case LineFault.NoFact _ -> problem(unreadable, "no-fact", "");
      case LineFault.NoMoment(String word) -> problem(unreadable, "no-moment", word);
      case LineFault.NoNumber(String word) -> problem(unreadable, "no-number", word);
      case LineFault.UnknownFact(String verb) -> problem(unreadable, "unknown-fact", verb);
      case LineFault.UnknownGuarantee(String name) ->
          problem(unreadable, "unknown-guarantee", name);
      case LineFault.MissingWord _ -> problem(unreadable, "missing-word", "");
      case LineFault.Invalid(String complaint) ->
          messages.text(
              "play.invalid",
              "line",
              unreadable.line(),
              "text",
              unreadable.text(),
              "complaint",
              complaint);
    };
  }

  private String problem(Play.UnreadableException unreadable, String key, String word) {
    return messages.text(
        "play.problem",
        "line",
        unreadable.line(),
        "text",
        unreadable.text(),
        "problem",
        messages.text("play." + key, "word", word),
        "advice",
        messages.text("play." + key + ".advice"));
  }
}
